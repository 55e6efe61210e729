// A process of a backend, or a crowd of clients of one: joins a room as often as it is told and tells its history.
import { DatabaseSync } from 'node:sqlite'
import { createBackend, createVideoApi, memoryStore, type Store } from '@ot-room/backend'
import { postgresStore } from '@ot-room/backend/postgres'
import { redisStore } from '@ot-room/backend/redis'
import { sqliteStore } from '@ot-room/backend/sqlite'
import { Redis } from 'ioredis'
import { Pool } from 'pg'
import type { Happening } from '../support/history.ts'

/** Where to join. */
export type Door =
  | { readonly kind: 'http'; readonly url: string }
  | {
      readonly kind: 'memory' | 'postgres' | 'redis' | 'sqlite'
      readonly url: string
      readonly apiUrl: string
    }

/** What the process is told to do. */
export type Order = { readonly room: string; readonly joins: number }

/** What it tells afterwards. */
export type Report = {
  readonly history: readonly Happening[]
  readonly refused: Record<string, number>
}

type Ask = (room: string) => Promise<Response>

const door = JSON.parse(process.argv[2] ?? '') as Door
const ask = door.kind === 'http' ? overHttp(door.url) : inProcess(door)
const atOnce = door.kind === 'http' ? 100 : Infinity
process.on('message', (order: Order) => void obey(order))
process.send?.('ready')

async function obey({ room, joins }: Order): Promise<void> {
  const history: Happening[] = []
  const refused: Record<string, number> = {}
  let left = joins
  const visitor = async (): Promise<void> => {
    while (left-- > 0) {
      const begun = now()
      const response = await ask(room)
      const answer = (await response.json()) as { sessionId?: string; code?: string }
      const { sessionId: session = '', code = '' } = answer
      if (response.ok) history.push({ what: 'joined', begun, ended: now(), session })
      else refused[code] = (refused[code] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: Math.min(joins, atOnce) }, visitor))
  process.send?.({ history, refused } satisfies Report)
}

function now(): number {
  return performance.timeOrigin + performance.now()
}

const joining = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }

function overHttp(url: string): Ask {
  return (room) => fetch(`${url}/rooms/${room}/join`, joining)
}

function inProcess({ kind, url, apiUrl }: Extract<Door, { apiUrl: string }>): Ask {
  const stores: Record<typeof kind, () => Store> = {
    memory: () => memoryStore(),
    postgres: () => postgresStore(new Pool({ connectionString: url, max: 10 })),
    redis: () => redisStore(new Redis(url)),
    sqlite: () => sqliteStore(new DatabaseSync(url)),
  }
  const apiSecret = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'
  const video = createVideoApi({ apiKey: '100', apiSecret, apiUrl })
  const app = createBackend({ video, public: true, store: stores[kind]() })
  return async (room) => app.request(`/rooms/${room}/join`, joining)
}
