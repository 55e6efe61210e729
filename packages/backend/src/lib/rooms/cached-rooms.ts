import type { Rooms } from './rooms.ts'
import type { SessionCache } from './session-cache.ts'

/** Rooms whose sessions are looked for in a cache first. */
export function cachedRooms(rooms: Rooms, cache: SessionCache): Rooms {
  return {
    ...rooms,
    async sessionOf(room, birth) {
      // A cache does not know how old a session is, so one that ends is always asked of the store.
      if (birth.sessionLifetime !== undefined) return rooms.sessionOf(room, birth)
      const known = await cache.get(room)
      if (known !== undefined) return known
      const session = await rooms.sessionOf(room, birth)
      await cache.put(room, session)
      return session
    },
  }
}
