import type { VideoApi } from '@ot-room/video-api'
import { quietRoute } from '../../api/route.ts'
import { BackendError } from '../../problem/backend-error.ts'
import { act } from '../../store/act.ts'
import type { Insider, Visit } from '../../visit/visit.ts'
import type { FeatureFor } from '../feature.ts'
import { removed } from '../hooks.ts'
import { asking, sessionIn } from '../platform/asking.ts'
import { banning, locking, mostBanned, openHouse, pardoning } from './house-rules.ts'
import type { HouseRules } from './house-rules.ts'
import {
  banOperation,
  lockOperation,
  muteAllOperation,
  removeOperation,
  unbanOperation,
} from './moderation-operations.ts'

/**
 * Hosts lock the room, mute everybody, remove and ban. A ban goes by the id of the site's rule or, for
 * strangers, by the network they come from. Locks and bans hold until a host lifts them. Hosts themselves are
 * never kept out.
 */
export function moderation(video: Pick<VideoApi, 'connections' | 'streams'>): FeatureFor {
  return (place) => {
    const { store, rooms, visitors } = place
    const change = (room: string, next: (rules: HouseRules) => HouseRules) =>
      act(store, keyOf(room), (rules: HouseRules = openHouse) => ({
        outcome: undefined,
        put: { state: next(rules), eviction: 'never' },
      }))

    async function banKeyOf(room: string, visitor: string): Promise<string> {
      if (visitors !== undefined) return visitors.banKey(room, visitor)
      throw new BackendError('server-misconfigured', 'This server knows nobody again.')
    }

    async function putOut(room: string, connection: string): Promise<void> {
      const { sessionId } = await sessionIn(rooms, room)
      await asking(() => video.connections.disconnect(sessionId, connection))
    }

    /** Nothing holds for hosts. */
    async function rulesFor({ room, role, banKey }: Visit, insider?: Insider): Promise<HouseRules> {
      if (role === 'moderator') return openHouse
      const rules = await act(store, keyOf(room), (outcome: HouseRules = openHouse) => ({
        outcome,
      }))
      const keys = [banKey, insider?.banKey]
      if (!keys.some((key) => key !== undefined && rules.banned.includes(key))) return rules
      throw new BackendError('banned', 'A host has asked you to stay out of this room.')
    }

    return {
      name: 'moderation',

      async onRemain(visit, insider) {
        await rulesFor(visit, insider)
      },

      async onJoin(visit) {
        const { locked } = await rulesFor(visit)
        if (locked) {
          throw new BackendError('room-locked', 'A host has locked this room.', { retryAfter: 30 })
        }
      },

      routes: [
        quietRoute(lockOperation, ({ room }, { locked }) =>
          change(room, (rules) => locking(rules, locked)),
        ),
        quietRoute(removeOperation, async ({ room }, { connection, visitor }) => {
          // First what they were given, so that it is of no use when they come back at once.
          await removed(place, { room, visitor })
          await putOut(room, connection)
        }),
        quietRoute(banOperation, async ({ room }, { visitor, connection }) => {
          const key = await banKeyOf(room, visitor)
          // First the ban, so that nobody comes back before it holds.
          await change(room, (rules) => {
            const next = banning(rules, key)
            if (next !== undefined) return next
            throw new BackendError(
              'conflict',
              `This room has ${mostBanned} bans. Lift one, or lock the room.`,
            )
          })
          await removed(place, { room, visitor })
          if (connection !== undefined) await putOut(room, connection)
        }),
        quietRoute(unbanOperation, async ({ room }, { visitor }) => {
          const key = await banKeyOf(room, visitor)
          await change(room, (rules) => pardoning(rules, key))
        }),
        quietRoute(muteAllOperation, async ({ room }, { muted, exceptStreams }) => {
          const { sessionId } = await sessionIn(rooms, room)
          const excludedStreamIds = [...(exceptStreams ?? [])]
          await asking(async () => {
            if (muted) await video.streams.muteAll(sessionId, { excludedStreamIds })
            else await video.streams.endMuteAll(sessionId)
          })
        }),
      ],
    }
  }
}

function keyOf(room: string): string {
  return `moderation/${room}`
}
