import type { VideoApi } from '@ot-room/video-api'
import { quietRoute } from '../../api/route.ts'
import type { FeatureFor } from '../feature.ts'
import { asking, sessionIn } from '../platform/asking.ts'
import { endOperation } from './moderation-operations.ts'

/**
 * A host ends the meeting for everybody. The next one has a session of its own, to which no token of
 * this one leads; until somebody begins it, the room is as if nobody had ever joined.
 */
export function meetings(video: Pick<VideoApi, 'connections'>): FeatureFor {
  return ({ rooms }) => ({
    name: 'meetings',
    retiresSessions: true,
    routes: [
      quietRoute(endOperation, async ({ room }) => {
        const { sessionId } = await sessionIn(rooms, room)
        // First the new session for newcomers, so that nobody comes back to the one that ends.
        await rooms.retire(room, sessionId)
        const { items } = await asking(() => video.connections.list(sessionId))
        // Who leaves by themselves in the meantime is not there to be put out.
        await Promise.allSettled(
          items.map(({ connectionId }) => video.connections.disconnect(sessionId, connectionId)),
        )
      }),
    ],
  })
}
