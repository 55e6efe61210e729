import { memoryStore } from '@ot-room/backend'
import type { Store } from '@ot-room/backend'
import { postgresSchema, postgresStore } from '@ot-room/backend/postgres'
import { redisStore } from '@ot-room/backend/redis'
import { sqliteStore } from '@ot-room/backend/sqlite'

const hourMs = 3_600_000

/** A store that is connected. */
export interface OpenedStore {
  readonly store: Store
  close(): Promise<void>
}

/**
 * Opens the store of a URL: `memory:` (the default), `sqlite:FILE`, `postgres://…` or `redis://…`.
 * Drivers are loaded when they are needed. Rejects with a sentence, without the URL, which may hold a password.
 */
export async function openStore(url = 'memory:'): Promise<OpenedStore> {
  const kind = /^([a-z]+):/.exec(url)?.[1]
  switch (kind) {
    case 'memory':
      return { store: memoryStore(), close: async () => {} }
    case 'sqlite':
      return openSqlite(url.slice('sqlite:'.length))
    case 'postgres':
    case 'postgresql':
      return openPostgres(url)
    case 'redis':
    case 'rediss':
      return openRedis(url)
    default:
      throw new Error('OT_STORE must be memory:, sqlite:FILE, postgres://… or redis://….')
  }
}

async function openSqlite(file: string): Promise<OpenedStore> {
  if (file === '') throw new Error('OT_STORE must name a file: sqlite:rooms.db.')
  // Older Nodes warn of it on stderr, and only those who use it shall be warned.
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(file)
  const store = sqliteStore(database)
  const sweeping = setInterval(() => store.sweep(), hourMs).unref()
  return {
    store,
    async close() {
      clearInterval(sweeping)
      database.close()
    },
  }
}

async function openPostgres(connectionString: string): Promise<OpenedStore> {
  const { Pool } = await import('pg')
  const pool = new Pool({ connectionString, max: 10, connectionTimeoutMillis: 5000 })
  // A connection that breaks while nobody uses it is replaced by the pool.
  pool.on('error', () => {})
  try {
    await createTable((text) => pool.query(text))
  } catch (cause) {
    await pool.end()
    throw new Error('The Postgres of OT_STORE cannot be reached or does not let us in.', { cause })
  }
  const store = postgresStore(pool)
  const sweeping = setInterval(() => void store.sweep().catch(() => {}), hourMs).unref()
  return {
    store,
    async close() {
      clearInterval(sweeping)
      await pool.end()
    },
  }
}

/** Two processes that start at once may both find that there is no table; one of them is then told that there is. */
async function createTable(query: (text: string) => Promise<unknown>): Promise<void> {
  await query(postgresSchema).catch(() => query(postgresSchema))
}

async function openRedis(url: string): Promise<OpenedStore> {
  const { Redis } = await import('ioredis')
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 2 })
  // Every request that fails says so itself.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (cause) {
    client.disconnect()
    throw new Error('The Redis of OT_STORE cannot be reached or does not let us in.', { cause })
  }
  return { store: redisStore(client), close: async () => client.disconnect() }
}
