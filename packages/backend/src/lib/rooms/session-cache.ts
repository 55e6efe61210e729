import { createEntries } from '../stores/entries.ts'
import type { RoomSession } from './room-session.ts'

/**
 * Remembers sessions nearer than the store. It may forget, but never answers anything that was not
 * the room's session within the last minute.
 */
export interface SessionCache {
  /** `key` names the tenant, the account and the room. */
  get(key: string): Promise<RoomSession | undefined>
  put(key: string, session: RoomSession): Promise<void>
}

const lastsMs = 60_000

/** A cache in this process, of up to 10000 rooms. */
export function memoryCache({
  now = () => performance.now(),
  maxRooms = 10_000,
} = {}): SessionCache {
  const rooms = createEntries<RoomSession>({ most: maxRooms, now })
  return {
    get: async (key) => rooms.get(key),
    put: async (key, session) => rooms.set(key, session, lastsMs),
  }
}

/** What is used of a Workers KV binding. */
export interface KvBinding {
  get(key: string): Promise<string | null>
  put(key: string, value: string, options: { expirationTtl: number }): Promise<void>
}

/** A cache in Workers KV, in front of a store. KV alone has no compare-and-set and would split rooms. */
export function kvCache(namespace: KvBinding): SessionCache {
  return {
    async get(key) {
      const text = await namespace.get(kvKeyOf(key)).catch(() => null)
      return text === null ? undefined : JSON.parse(text)
    },
    async put(key, session) {
      // KV writes once a second per key; a cache that cannot be written is no reason to fail.
      await namespace
        .put(kvKeyOf(key), JSON.stringify(session), { expirationTtl: lastsMs / 1000 })
        .catch(() => {})
    },
  }
}

function kvKeyOf(key: string): string {
  return `session/${key}`
}
