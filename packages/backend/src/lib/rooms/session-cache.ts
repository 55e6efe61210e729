import type { RoomSession } from './room-session.ts'

/**
 * Remembers sessions nearer than the store. It may forget, but never answers anything that was not
 * the room's session within the last minute.
 */
export interface SessionCache {
  get(room: string): Promise<RoomSession | undefined>
  put(room: string, session: RoomSession): Promise<void>
}

const lastsMs = 60_000

/** A cache in this process, of up to 10000 rooms. */
export function memoryCache({
  now = () => performance.now(),
  maxRooms = 10_000,
} = {}): SessionCache {
  const rooms = new Map<string, { readonly session: RoomSession; readonly until: number }>()
  return {
    async get(room) {
      const entry = rooms.get(room)
      if (entry !== undefined && entry.until > now()) return entry.session
      rooms.delete(room)
      return undefined
    },
    async put(room, session) {
      rooms.set(room, { session, until: now() + lastsMs })
      const [oldest = room] = rooms.keys()
      if (rooms.size > maxRooms) rooms.delete(oldest)
    },
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
    async get(room) {
      const text = await namespace.get(keyOf(room)).catch(() => null)
      return text === null ? undefined : JSON.parse(text)
    },
    async put(room, session) {
      // KV writes once a second per key; a cache that cannot be written is no reason to fail.
      await namespace
        .put(keyOf(room), JSON.stringify(session), { expirationTtl: lastsMs / 1000 })
        .catch(() => {})
    },
  }
}

function keyOf(room: string): string {
  return `session/${room}`
}
