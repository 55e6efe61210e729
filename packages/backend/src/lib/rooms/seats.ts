import type { VideoApi } from '@ot-room/video-api'
import { VideoError } from '@ot-room/video-api'
import { nobody, seated, settled } from '../policy/occupancy.ts'
import type { Occupancy, Present, Seating, SeatTerms } from '../policy/occupancy.ts'
import { BackendError } from '../problem/backend-error.ts'
import { act } from '../store/act.ts'
import type { Move } from '../store/act.ts'
import type { Store } from '../store/store.ts'
import type { Visit } from '../visit/visit.ts'

/** People who are still connected after so long are counted by the platform alone. */
const lastsMs = 24 * 3_600_000

/** Takes a seat for one token or throws BackendError `room-full`. */
export type TakeSeat = (sessionId: string, visit: Visit, tokenLastsMs: number) => Promise<void>

/**
 * Seats in sessions. Who is connected is asked of the platform, so that those who left count no more;
 * who has a token and may yet connect is remembered until the token admits no more.
 */
export function createSeats(
  store: Store,
  connections: Pick<VideoApi['connections'], 'list'>,
): TakeSeat {
  return async (sessionId, visit, tokenLastsMs) => {
    const terms = termsFor(visit, tokenLastsMs)
    const present = await presentIn(connections, sessionId)
    const outcome = await act(
      store,
      `seats/${sessionId}`,
      (before: Occupancy = nobody, now): Move<Occupancy, Seating['outcome']> => {
        const { outcome, state } = seated(settled(before, present, now), terms, now)
        return state === undefined ? { outcome } : { outcome, put: { state, lastsMs } }
      },
    )
    switch (outcome) {
      case 'taken':
        return
      case 'full':
        throw new BackendError('room-full', 'The room is full. Try again later.', {
          retryAfter: 10,
        })
      case 'too-many-at-once':
        throw new BackendError(
          'too-many-requests',
          'Too many people of your network are joining at once. Try again in a few seconds.',
          { retryAfter: 3 },
        )
      default:
        throw outcome satisfies never
    }
  }
}

function termsFor({ role, rules, member, banKey, address }: Visit, lastsMs: number): SeatTerms {
  const { maxPeople } = rules
  const whose = member === undefined ? { network: banKey ?? address } : { member }
  return { maxPeople, lastsMs, isHost: role === 'moderator', ...whose }
}

async function presentIn(
  connections: Pick<VideoApi['connections'], 'list'>,
  sessionId: string,
): Promise<readonly Present[]> {
  try {
    const { items } = await connections.list(sessionId)
    return items.map(({ connectionId, createdAt = 0 }) => ({ id: connectionId, since: createdAt }))
  } catch (error) {
    // The platform does not know a session that nobody has connected to.
    if (error instanceof VideoError && error.code === 'not-found') return []
    throw error
  }
}
