import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresSchema } from '@ot-room/backend/postgres'
import { Client } from 'pg'
import type { DatabaseServer } from '../support/database-server.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { startRedis } from '../support/redis-server.ts'
import type { Door } from './join-process.ts'
import type { Shared } from './join-suite.ts'

export async function sharedPostgres(): Promise<Shared> {
  const server = await startPostgres()
  const client = new Client({ connectionString: server.url })
  await client.connect()
  await client.query(postgresSchema)
  await client.end()
  return sharedDatabase('postgres', server)
}

export async function sharedRedis(): Promise<Shared> {
  return sharedDatabase('redis', await startRedis())
}

export async function sharedSqlite(): Promise<Shared> {
  const folder = mkdtempSync(join(tmpdir(), 'ot-room-sqlite-'))
  const close = async (): Promise<void> => rmSync(folder, { recursive: true })
  return sharedDatabase('sqlite', { url: join(folder, 'rooms.db'), close })
}

function sharedDatabase(
  kind: Exclude<Door['kind'], 'http'>,
  { url, close }: DatabaseServer,
): Shared {
  return { door: async (apiUrl) => ({ kind, url, apiUrl }), processesAre: 'backends', close }
}
