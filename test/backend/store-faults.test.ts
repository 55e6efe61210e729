import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { it } from 'node:test'
import { createBackend, createVideoApi, type Store } from '@ot-room/backend'
import { postgresSchema, postgresStore } from '@ot-room/backend/postgres'
import { redisStore } from '@ot-room/backend/redis'
import { sqliteStore } from '@ot-room/backend/sqlite'
import { Redis } from 'ioredis'
import { Pool } from 'pg'
import { startPostgres } from './support/postgres-server.ts'
import { startRedis } from './support/redis-server.ts'

/** Joins through a backend without a cache, so that every join asks the store; tells the status and the code or session. */
function joiner(store: Store): (room: string) => Promise<{ status: number; told: string }> {
  let created = 0
  const fetch = async (): Promise<Response> =>
    Response.json([{ session_id: `1_${(created += 1)}` }])
  const apiSecret = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'
  const cache = { get: async () => undefined, put: async () => {} }
  const video = createVideoApi({ apiKey: '100', apiSecret, fetch })
  const app = createBackend({ video, public: true, store, cache })
  return async (room) => {
    const response = await app.request(`/rooms/${room}/join`, {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    })
    const { code, sessionId } = (await response.json()) as { code?: string; sessionId?: string }
    return { status: response.status, told: code ?? sessionId ?? '' }
  }
}

const unavailable = { status: 503, told: 'store-unavailable' }

it('SQLite on a full disk opens no new rooms, keeps the open ones, and goes on when there is space (CON-06)', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'ot-room-full-'))
  const database = new DatabaseSync(join(folder, 'rooms.db'))
  t.after(() => {
    database.close()
    rmSync(folder, { recursive: true })
  })
  const store = sqliteStore(database)
  const enter = joiner(store)
  const open = await enter('open')
  assert.equal(open.status, 200)
  const { page_count: pages } = Object(database.prepare('PRAGMA page_count').get())
  database.exec(`PRAGMA max_page_count = ${pages}`)
  const filler = 'x'.repeat(2000)
  const fill = async (): Promise<void> => {
    for (let n = 0; ; n += 1) await store.swap(`filler ${n}`, { from: undefined, to: filler })
  }
  await assert.rejects(fill(), /database or disk is full/)
  const narrow = 'n'.repeat(60)
  let answer = await enter(`${narrow}0`)
  for (let n = 1; answer.status === 200 && n < 100; n += 1) answer = await enter(`${narrow}${n}`)
  assert.deepEqual(answer, unavailable)
  assert.deepEqual(await enter('open'), open)
  database.exec('PRAGMA max_page_count = 100000')
  assert.equal((await enter('new')).status, 200)
})

it('Postgres without a free connection is a store that is not there, until there is one (CON-06)', async (t) => {
  const server = await startPostgres()
  const pool = new Pool({ connectionString: server.url, max: 2, connectionTimeoutMillis: 300 })
  t.after(async () => {
    await pool.end()
    await server.close()
  })
  await pool.query(postgresSchema)
  const enter = joiner(postgresStore(pool))
  const open = await enter('open')
  const held = await Promise.all([pool.connect(), pool.connect()])
  const crowd = await Promise.all(Array.from({ length: 50 }, () => enter('open')))
  for (const answer of crowd) assert.deepEqual(answer, unavailable)
  for (const connection of held) connection.release()
  assert.deepEqual(await enter('open'), open)
  const newcomers = await Promise.all(Array.from({ length: 50 }, () => enter('new')))
  assert.equal(new Set(newcomers.map(({ told }) => told)).size, 1)
})

it('Redis that goes away and comes back is taken up again (CON-06)', async (t) => {
  const first = await startRedis()
  const port = Number(new URL(first.url).port)
  const client = new Redis(first.url, { maxRetriesPerRequest: 1 })
  client.on('error', () => {})
  t.after(() => client.disconnect())
  const enter = joiner(redisStore(client))
  const open = await enter('open')
  assert.equal(open.status, 200)
  await first.close()
  assert.deepEqual(await enter('open'), unavailable)
  // Not by events.once, which the errors of attempts that fail until then would end.
  const back = new Promise((resolve) => client.once('ready', resolve))
  const second = await startRedis(port)
  t.after(() => second.close())
  await back
  // This one keeps nothing on a disk: the room begins anew, with one session for everybody.
  const crowd = await Promise.all(Array.from({ length: 50 }, () => enter('open')))
  assert.equal(new Set(crowd.map(({ told }) => told)).size, 1)
  assert.ok(crowd.every(({ status }) => status === 200))
})
