import { after, before, describe, it } from 'node:test'
import { postgresSchema, postgresStore, type PostgresClient } from '@ot-room/backend/postgres'
import { storeContract } from '@ot-room/backend/testing'
import { Pool } from 'pg'
import postgres from 'postgres'
import { crowds } from '../support/crowd-size.ts'
import type { DatabaseServer } from '../support/database-server.ts'
import { startPostgres } from '../support/postgres-server.ts'

type Connected = { client: PostgresClient; close(): Promise<unknown> }

const clients: Record<string, (url: string) => Connected> = {
  pg(url) {
    const client = new Pool({ connectionString: url, max: 10 })
    return { client, close: () => client.end() }
  },
  'postgres.js'(url) {
    const client = postgres(url, { max: 10, onnotice: () => {} })
    return { client, close: () => client.end() }
  },
}

for (const [name, connect] of Object.entries(clients)) {
  describe(`a store in a real Postgres through ${name}`, () => {
    let server: DatabaseServer
    let connected: Connected

    before(async () => {
      server = await startPostgres()
      connected = connect(server.url)
    })
    after(async () => {
      await connected?.close()
      await server?.close()
    })

    async function createStore() {
      const pool = new Pool({ connectionString: server.url, max: 1 })
      await pool.query(`DROP TABLE IF EXISTS ot_room_entries; ${postgresSchema} ${postgresSchema}`)
      await pool.end()
      return postgresStore(connected.client)
    }
    for (const { title, run } of storeContract(createStore, crowds)) it(title, run)
  })
}
