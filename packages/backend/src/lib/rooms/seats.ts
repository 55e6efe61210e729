import type { VideoApi } from '@ot-room/video-api'
import { VideoError } from '@ot-room/video-api'
import { occupancy, validSeats } from '../policy/occupancy.ts'
import type { Seat } from '../policy/occupancy.ts'
import { BackendError } from '../problem/backend-error.ts'
import { act } from '../store/act.ts'
import type { Move } from '../store/act.ts'
import type { Store } from '../store/store.ts'

/** Takes a seat for one token or throws BackendError `room-full`. */
export type TakeSeat = (
  sessionId: string,
  terms: { readonly maxPeople: number; readonly lastsMs: number },
) => Promise<void>

/**
 * Seats in sessions. Who is connected is asked of the platform, so that those who left count no more;
 * who has a token and may yet connect is remembered until the token admits no more.
 */
export function createSeats(store: Store, connections: VideoApi['connections']): TakeSeat {
  return async (sessionId, { maxPeople, lastsMs }) => {
    const connected = await connectedSince(connections, sessionId)
    const taken = await act(
      store,
      `seats/${sessionId}`,
      (seats: readonly Seat[] = [], now): Move<readonly Seat[], boolean> => {
        const valid = validSeats(seats, now)
        if (occupancy(valid, connected) >= maxPeople) return { outcome: false }
        const state = [...valid, { since: now, until: now + lastsMs }]
        return { outcome: true, put: { state, lastsMs } }
      },
    )
    if (!taken) {
      throw new BackendError('room-full', 'The room is full. Try again later.', { retryAfter: 10 })
    }
  }
}

async function connectedSince(
  connections: VideoApi['connections'],
  sessionId: string,
): Promise<readonly number[]> {
  try {
    const { items } = await connections.list(sessionId)
    return items.map(({ createdAt = 0 }) => createdAt)
  } catch (error) {
    // The platform does not know a session that nobody has connected to.
    if (error instanceof VideoError && error.code === 'not-found') return []
    throw error
  }
}
