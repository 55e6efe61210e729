import { within } from '../deadline.ts'
import { pause } from '../pause.ts'
import { BackendError } from '../problem/backend-error.ts'
import { createLeases } from '../store/leases.ts'
import type { Store } from '../store/store.ts'
import { followPauses } from './follow-pauses.ts'
import type { RoomSession } from './room-session.ts'

/** How a room gets its session when it has none. */
export interface RoomBirth {
  /** Creates a session at the platform; the signal ends with the lease. */
  readonly create: (signal: AbortSignal) => Promise<RoomSession>
  /** Seconds after which newcomers get another session; default never. */
  readonly sessionLifetime?: number | undefined
}

/** Rooms and the one session behind each. */
export interface Rooms {
  /**
   * The session of a room, created on its first join. However many ask at once, in however many
   * processes over one store, `create` runs once per attempt and all get the same session.
   * Rejects with the error of `create`, with DeadlineError when it outlives the lease, or with
   * BackendError `room-unavailable` for those who waited for an attempt that failed.
   */
  sessionOf(room: string, birth: RoomBirth): Promise<RoomSession>
  /** The session of a room that has one. */
  currentSession(room: string): Promise<RoomSession | undefined>
  /** Gives newcomers another session from now on; false if this is not the room's session. */
  retire(room: string, sessionId: string): Promise<boolean>
}

export interface RoomsOptions {
  /** How long a creation may take, and how long a room waits for a leader that died; default 10 seconds. */
  readonly leaseMs?: number
  /** Hears that a session is no longer its room's, before `retire` resolves. */
  readonly onRetired?: (meeting: {
    readonly room: string
    readonly sessionId: string
  }) => Promise<void>
}

/**
 * Leads over a store.
 *
 * Followers read the store instead of sharing the leader's promise: on Workers a request cannot
 * await the work of another request, and other processes could not share it anyway.
 */
export function createRooms(
  store: Store,
  { leaseMs = 10_000, onRetired }: RoomsOptions = {},
): Rooms {
  const leases = createLeases<RoomSession>(store)

  async function sessionOf(room: string, birth: RoomBirth): Promise<RoomSession> {
    const owner = crypto.randomUUID()
    const claim = await leases.claim(keyOf(room), { owner, leaseMs })
    switch (claim.state) {
      case 'done':
        return claim.result
      case 'leading':
        return lead(room, { owner, birth })
      case 'held':
        return follow(room, birth)
      default:
        throw claim satisfies never
    }
  }

  async function lead(
    room: string,
    { owner, birth }: { readonly owner: string; readonly birth: RoomBirth },
  ): Promise<RoomSession> {
    const { create, sessionLifetime } = birth
    const life = new AbortController()
    try {
      const result = await within(leaseMs, () => create(life.signal))
      const lastsMs = sessionLifetime === undefined ? undefined : sessionLifetime * 1000
      if (await leases.commit(keyOf(room), { owner, result, lastsMs })) return result
    } catch (error) {
      life.abort(error)
      // What matters is why the creation failed; a lease that cannot be released runs out.
      await leases.release(keyOf(room), owner).catch(() => {})
      throw error
    }
    return follow(room, birth)
  }

  async function follow(room: string, birth: RoomBirth): Promise<RoomSession> {
    for (const ms of followPauses(2 * leaseMs)) {
      await pause(ms)
      const found = await leases.read(keyOf(room))
      switch (found.state) {
        case 'done':
          return found.result
        case 'abandoned':
          return sessionOf(room, birth)
        case 'empty':
          throw unavailable('The room could not be opened. Try again.')
        case 'held':
          continue
        default:
          throw found satisfies never
      }
    }
    throw unavailable('The room is still being opened. Try again.')
  }

  return {
    sessionOf,
    async currentSession(room) {
      const found = await leases.read(keyOf(room))
      return found.state === 'done' ? found.result : undefined
    },
    async retire(room, sessionId) {
      const isThis = (session: RoomSession) => session.sessionId === sessionId
      const retired = await leases.retire(keyOf(room), isThis)
      if (retired) await onRetired?.({ room, sessionId })
      return retired
    },
  }
}

function keyOf(room: string): string {
  return `session/${room}`
}

function unavailable(message: string): BackendError {
  return new BackendError('room-unavailable', message, { retryAfter: 1 })
}
