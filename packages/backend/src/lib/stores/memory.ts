import type { RoomSession, RoomStore } from '../rooms/room-store.ts'

export interface MemoryRoomStoreOptions {
  /** Default 100000; beyond it the room that nobody joined for longest is forgotten. */
  readonly maxRooms?: number
  /** A clock in milliseconds that never goes back; default the process's own. */
  readonly now?: () => number
}

type Entry =
  | { readonly state: 'creating'; readonly owner: string; readonly until: number }
  | { readonly state: 'ready'; readonly session: RoomSession }

/** Remembers rooms within one process: for development, tests and a server that stands alone. */
export function memoryRoomStore({
  maxRooms = 100_000,
  now = () => performance.now(),
}: MemoryRoomStoreOptions = {}): RoomStore {
  // In order of use, which is the order in which a Map iterates.
  const rooms = new Map<string, Entry>()

  function put(room: string, entry: Entry): void {
    rooms.delete(room)
    rooms.set(room, entry)
    if (rooms.size > maxRooms) forgetOldest()
  }

  function forgetOldest(): void {
    for (const [room, entry] of rooms) {
      // A lease that runs belongs to a join in flight; there are no more of them than requests.
      if (entry.state === 'creating' && entry.until > now()) continue
      rooms.delete(room)
      return
    }
  }

  function leads(room: string, owner: string): boolean {
    const entry = rooms.get(room)
    return entry?.state === 'creating' && entry.owner === owner
  }

  return {
    async claim(room, { owner, leaseMs }) {
      const entry = rooms.get(room)
      if (entry?.state === 'ready') {
        put(room, entry)
        return entry
      }
      if (entry !== undefined && entry.until > now()) return { state: 'creating' }
      put(room, { state: 'creating', owner, until: now() + leaseMs })
      return { state: 'leading' }
    },

    async commit(room, { owner, session }) {
      if (!leads(room, owner)) return false
      put(room, { state: 'ready', session })
      return true
    },

    async release(room, owner) {
      if (leads(room, owner)) rooms.delete(room)
    },

    async read(room) {
      const entry = rooms.get(room)
      if (entry === undefined) return { state: 'empty' }
      if (entry.state === 'ready') return entry
      return { state: entry.until > now() ? 'creating' : 'abandoned' }
    },
  }
}
