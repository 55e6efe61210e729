import type { Rooms } from './rooms.ts'
import type { SessionCache } from './session-cache.ts'

/** A cache, and whose sessions are looked for in it. */
export interface CacheUse {
  readonly cache: SessionCache
  /** Tenant and account: one namespace may serve many, whose rooms have the same names. */
  readonly account: string
}

/** Rooms whose sessions are looked for in a cache first. */
export function cachedRooms(rooms: Rooms, { cache, account }: CacheUse): Rooms {
  return {
    ...rooms,
    async sessionOf(room, birth) {
      // A cache does not know how old a session is, so one that ends is always asked of the store.
      if (birth.sessionLifetime !== undefined) return rooms.sessionOf(room, birth)
      const key = `${account}/${room}`
      const known = await cache.get(key)
      if (known !== undefined) return known
      const session = await rooms.sessionOf(room, birth)
      await cache.put(key, session)
      return session
    },
  }
}
