import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { join } from 'node:path'
import { d1Schema, type D1Binding } from '@ot-room/backend/cloudflare'
import { memoryStore } from '@ot-room/backend'
import { storeContract } from '@ot-room/backend/testing'
import { crowds } from '../support/crowd-size.ts'
import { createWorkerd } from '../support/workerd.ts'

describe('stores in a real workerd', () => {
  const size = { joins: Math.min(1000, crowds.joins), rooms: 5 }
  const root = join(import.meta.dirname, '../support')
  const server = createWorkerd({
    root,
    workers: [{ configPath: 'workerd-stores.jsonc', vars: { JOINS: `${size.joins}` } }],
  })
  // The cases run where the stores are; their titles are the same everywhere.
  const titles = storeContract(() => memoryStore(), size)

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

  it('the binding of Workers lets as many through as its configuration says, for each key (CON-10)', async () => {
    for (const key of ['a', 'b']) {
      const response = await server.fetch(`/limiter/${key}`, { method: 'POST' })
      const waits = (await response.json()) as number[]
      assert.equal(waits.filter((wait) => wait === 0).length, 5)
      assert.equal(waits.filter((wait) => wait === 60).length, 15)
    }
  })
})
