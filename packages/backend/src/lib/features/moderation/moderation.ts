import type { VideoApi } from '@ot-room/video-api'
import { quietRoute } from '../../api/route.ts'
import { BackendError } from '../../problem/backend-error.ts'
import { act } from '../../store/act.ts'
import type { Visit } from '../../visit/visit.ts'
import type { FeatureFor } from '../feature.ts'
import { asking, sessionIn } from '../platform/asking.ts'
import { banning, locking, openHouse, pardoning } from './house-rules.ts'
import type { HouseRules } from './house-rules.ts'
import {
  banOperation,
  lockOperation,
  muteAllOperation,
  removeOperation,
  unbanOperation,
} from './moderation-operations.ts'

/** Locks and bans are forgotten when nobody has changed them for so long. */
const lastsMs = 7 * 86_400_000

/**
 * Hosts lock the room, mute everybody, remove and ban. A ban goes by the id of `visitorIds`, so it
 * holds where the site's rule or the address says who somebody is. Hosts themselves are never kept out.
 */
export function moderation(video: Pick<VideoApi, 'connections' | 'streams'>): FeatureFor {
  return ({ store, rooms }) => {
    const change = (room: string, next: (rules: HouseRules) => HouseRules) =>
      act(store, keyOf(room), (rules: HouseRules = openHouse) => ({
        outcome: undefined,
        put: { state: next(rules), lastsMs },
      }))

    async function putOut(room: string, connection: string): Promise<void> {
      const { sessionId } = await sessionIn(rooms, room)
      await asking(() => video.connections.disconnect(sessionId, connection))
    }

    /** Nothing holds for hosts. */
    async function rulesFor({ room, role, visitor }: Visit): Promise<HouseRules> {
      if (role === 'moderator') return openHouse
      const rules = await act(store, keyOf(room), (outcome: HouseRules = openHouse) => ({
        outcome,
      }))
      if (visitor === undefined || !rules.banned.includes(visitor)) return rules
      throw new BackendError('banned', 'A host has asked you to stay out of this room.')
    }

    return {
      name: 'moderation',

      async onRemain(visit) {
        await rulesFor(visit)
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
        quietRoute(removeOperation, ({ room }, { connection }) => putOut(room, connection)),
        quietRoute(banOperation, async ({ room }, { visitor, connection }) => {
          // First the ban, so that who is put out finds the door shut.
          await change(room, (rules) => banning(rules, visitor))
          if (connection !== undefined) await putOut(room, connection)
        }),
        quietRoute(unbanOperation, ({ room }, { visitor }) =>
          change(room, (rules) => pardoning(rules, visitor)),
        ),
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
