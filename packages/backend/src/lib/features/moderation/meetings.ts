import type { VideoApi } from '@ot-room/video-api'
import { quietRoute } from '../../api/route.ts'
import type { FeatureFor } from '../feature.ts'
import { asking, sessionIn } from '../platform/asking.ts'
import { tellEverybody } from '../platform/tell-everybody.ts'
import { endOperation } from './moderation-operations.ts'

/**
 * A host ends the meeting for everybody. The next one has a session of its own, to which no token of
 * this one leads; until somebody begins it, the room is as if nobody had ever joined. Everybody who is there hears a
 * signal `ot-room-ended` first.
 */
export function meetings(video: Pick<VideoApi, 'connections' | 'signals'>): FeatureFor {
  return (place) => ({
    name: 'meetings',
    retiresSessions: true,
    routes: [
      quietRoute(endOperation, async ({ room }) => {
        const { rooms } = place
        const { sessionId } = await sessionIn(rooms, room)
        // First the new session for newcomers, so that nobody comes back to the one that ends.
        await rooms.retire(room, sessionId)
        // Whoever is put out next was not removed: the meeting is over, for everybody.
        await tellEverybody(place, video, { sessionId, type: 'ot-room-ended', data: '' })
        const { items } = await asking(() => video.connections.list(sessionId))
        // Who leaves by themselves in the meantime is not there to be put out.
        await Promise.allSettled(
          items.map(({ connectionId }) => video.connections.disconnect(sessionId, connectionId)),
        )
      }),
    ],
  })
}
