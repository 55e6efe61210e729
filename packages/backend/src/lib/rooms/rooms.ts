import { within } from '../deadline.ts'
import { BackendError } from '../problem/backend-error.ts'
import { followPauses } from './follow-pauses.ts'
import type { RoomSession, RoomStore } from './room-store.ts'

/** Creates a session at the platform; the signal ends with the lease. */
export type CreateRoomSession = (signal: AbortSignal) => Promise<RoomSession>

/** Rooms and the one session behind each. */
export interface Rooms {
  /**
   * The session of a room, created on its first join. However many ask at once, in however many
   * processes over one store, `create` runs once per attempt and all get the same session.
   * Rejects with the error of `create`, with DeadlineError when it outlives the lease, or with
   * BackendError `room-unavailable` for those who waited for an attempt that failed.
   */
  sessionOf(room: string, create: CreateRoomSession): Promise<RoomSession>
}

/**
 * Leads over a store. `leaseMs`, default 10 seconds, is how long a creation may take, and how long
 * a room waits for a leader that died.
 *
 * Followers read the store instead of sharing the leader's promise: on Workers a request cannot
 * await the work of another request, and other processes could not share it anyway.
 */
export function createRooms(store: RoomStore, { leaseMs = 10_000 } = {}): Rooms {
  async function sessionOf(room: string, create: CreateRoomSession): Promise<RoomSession> {
    const owner = crypto.randomUUID()
    const claim = await store.claim(room, { owner, leaseMs })
    switch (claim.state) {
      case 'ready':
        return claim.session
      case 'leading':
        return lead(room, { owner, create })
      case 'creating':
        return follow(room, create)
      default:
        throw claim satisfies never
    }
  }

  async function lead(
    room: string,
    { owner, create }: { readonly owner: string; readonly create: CreateRoomSession },
  ): Promise<RoomSession> {
    try {
      const session = await within(leaseMs, create)
      if (await store.commit(room, { owner, session })) return session
    } catch (error) {
      // What matters is why the creation failed; a lease that cannot be released runs out.
      await store.release(room, owner).catch(() => {})
      throw error
    }
    return follow(room, create)
  }

  async function follow(room: string, create: CreateRoomSession): Promise<RoomSession> {
    for (const pause of followPauses(2 * leaseMs)) {
      await new Promise((resolve) => setTimeout(resolve, pause))
      const found = await store.read(room)
      switch (found.state) {
        case 'ready':
          return found.session
        case 'abandoned':
          return sessionOf(room, create)
        case 'empty':
          throw unavailable('The room could not be opened. Try again.')
        case 'creating':
          continue
        default:
          throw found satisfies never
      }
    }
    throw unavailable('The room is still being opened. Try again.')
  }

  return { sessionOf }
}

function unavailable(message: string): BackendError {
  return new BackendError('room-unavailable', message, { retryAfter: 1 })
}
