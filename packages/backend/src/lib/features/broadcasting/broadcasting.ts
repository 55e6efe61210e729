import type { Broadcast, VideoApi } from '@ot-room/video-api'
import { route } from '../../api/route.ts'
import type { FeatureFor } from '../feature.ts'
import { asking, notFound, sessionIn } from '../platform/asking.ts'
import {
  listBroadcastsOperation,
  startBroadcastOperation,
  stopBroadcastOperation,
} from './broadcasting-operations.ts'

/** Hosts send the room to viewers. Where to send it by RTMP is the site's business, not a visitor's. */
export function broadcasting(video: Pick<VideoApi, 'broadcasts'>): FeatureFor {
  const { broadcasts } = video
  return ({ rooms }) => ({
    name: 'broadcasting',
    needsRouted: true,
    routes: [
      route(startBroadcastOperation, async ({ room }, { lowLatency = false, minutes = 240 }) => {
        const { sessionId } = await sessionIn(rooms, room)
        const options = { outputs: { hls: { lowLatency } }, maxDuration: 60 * minutes }
        return view(await asking(() => broadcasts.start(sessionId, options)))
      }),
      route(listBroadcastsOperation, async ({ room }) => {
        const session = await rooms.currentSession(room)
        if (session === undefined) return { broadcasts: [] }
        const { sessionId } = session
        const { items } = await asking(() => broadcasts.list({ sessionId }))
        return { broadcasts: items.map(view) }
      }),
      route(stopBroadcastOperation, async ({ room, parameters }) => {
        const { sessionId } = await sessionIn(rooms, room)
        const found = await asking(() => broadcasts.get(parameters.broadcast ?? ''))
        if (found.sessionId !== sessionId) throw notFound()
        return view(await asking(() => broadcasts.stop(found.id)))
      }),
    ],
  })
}

function view({ id, status, broadcastUrls }: Broadcast) {
  const hls = broadcastUrls?.hls
  return { broadcast: id, status, ...(hls !== undefined && { hls }) }
}
