import type { JsonObject } from '../../wire/json.ts'
import { describeOwner, describeSelection } from '../composition/describe.ts'
import type { Session } from '../session.ts'
import { isOnAir } from './broadcast.ts'
import type { Broadcast } from './broadcast.ts'
import { broadcastCapacity } from './limits.ts'

/** A broadcast as REST answers and callbacks write it. */
export function describeBroadcast(session: Session, broadcast: Broadcast): JsonObject {
  const { state, selection, outputs, maxBitrate } = broadcast
  const onAir = isOnAir(broadcast)
  const { dvr = false, lowLatency = false } = outputs.hls ?? {}
  return {
    id: broadcast.id,
    event: 'broadcast',
    status: onAir ? 'started' : 'stopped',
    sessionId: session.id,
    ...describeOwner(session),
    createdAt: broadcast.createdAt,
    updatedAt: state.since,
    maxDuration: broadcast.maxDuration,
    resolution: broadcast.resolution,
    ...(maxBitrate !== undefined && { maxBitrate }),
    hasAudio: broadcast.hasAudio,
    hasVideo: broadcast.hasVideo,
    streamMode: selection.mode,
    streams: onAir ? describeSelection(broadcast, session, broadcastCapacity) : [],
    broadcastUrls: onAir ? describeOutputs(broadcast) : null,
    ...(outputs.hls && { settings: { hls: { dvr, lowLatency } } }),
  }
}

function describeOutputs({
  outputs: { hls, rtmp },
  state,
  rtmpStatuses,
  isFilmed,
}: Broadcast): JsonObject {
  return {
    ...(hls && { hls: hls.url, hlsStatus: state.type }),
    ...(rtmp.length > 0 && {
      rtmp: rtmp.map((output) => ({
        ...output,
        status:
          rtmpStatuses.get(output.id) ??
          (isFilmed || state.type === 'connecting' ? 'connecting' : 'live'),
      })),
    }),
  }
}
