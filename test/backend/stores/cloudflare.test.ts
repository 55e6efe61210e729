import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { join } from 'node:path'
import { d1Schema, type D1Binding } from '@ot-room/backend/cloudflare'
import { memoryStore } from '@ot-room/backend'
import { storeContract } from '@ot-room/backend/testing'
import { createWorkerd } from '../support/workerd.ts'

describe('stores in a real workerd', () => {
  const root = join(import.meta.dirname, '../support')
  const server = createWorkerd({ root, workers: [{ configPath: 'workerd-stores.jsonc' }] })
  // The cases run where the stores are; their titles are the same everywhere.
  const titles = storeContract(() => memoryStore(), { joins: 1000, rooms: 20 })

  before(async () => {
    await server.listen()
    const { DB } = await server.getWorker<{ DB: D1Binding }>().getEnv()
    await DB.prepare(d1Schema).bind().run()
  })
  after(() => server.close())

  for (const [kind, name] of [
    ['durable-object', 'Durable Objects'],
    ['d1', 'D1'],
  ] as const) {
    for (const [index, { title }] of titles.entries()) {
      it(`${name}: ${title}`, async () => {
        const response = await server.fetch(`/${kind}/${index}`, { method: 'POST' })
        assert.equal(await response.text(), 'kept')
      })
    }
  }
})
