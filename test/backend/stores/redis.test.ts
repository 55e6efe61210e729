import { after, before, describe, it } from 'node:test'
import { redisStore, type RedisClient } from '@ot-room/backend/redis'
import { storeContract } from '@ot-room/backend/testing'
import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { crowds } from '../support/crowd-size.ts'
import type { DatabaseServer } from '../support/database-server.ts'
import { startRedis } from '../support/redis-server.ts'

type Connected = { client: RedisClient; close(): unknown }

const clients: Record<string, (url: string) => Promise<Connected>> = {
  async ioredis(url) {
    const client = new Redis(url)
    return { client, close: () => client.disconnect() }
  },
  async 'node-redis'(url) {
    const client = await createClient({ url }).connect()
    return { client, close: () => client.destroy() }
  },
}

for (const [name, connect] of Object.entries(clients)) {
  describe(`a store in a real Redis through ${name}`, () => {
    let server: DatabaseServer
    let connected: Connected
    let stores = 0

    before(async () => {
      server = await startRedis()
      connected = await connect(server.url)
    })
    after(async () => {
      await connected?.close()
      await server?.close()
    })

    const createStore = () => redisStore(connected.client, { prefix: `${++stores}:` })
    for (const { title, run } of storeContract(createStore, crowds)) it(title, run)
  })
}
