import { z } from 'zod'
import type { BroadcastChoices } from '../session/broadcast/broadcast.ts'
import { broadcastDurations } from '../session/broadcast/limits.ts'
import type { StartBroadcast } from '../session/broadcast/message.ts'
import { defaultLayout } from '../session/composition/layout.ts'
import { defaultResolution } from '../session/composition/resolution.ts'
import { layout, maxBitrate, offByDefault, onByDefault, streamMode } from './composition-body.ts'
import { integer, optionalText, requiredText, resolution } from './read-body.ts'

const mostRtmp = 5

// PHP writes an empty object as an empty list.
const empty = z.tuple([]).transform(() => ({}))
const hls = z.object({ dvr: offByDefault, lowLatency: offByDefault })
const rtmp = z.object({
  id: optionalText(256).transform((id) => id ?? ''),
  serverUrl: requiredText(2048).regex(/^rtmps?:\/\/[^\s/]/i, 'must begin with rtmp:// or rtmps://'),
  streamName: requiredText(2048),
})

const fields = z.object({
  sessionId: requiredText(255),
  outputs: z.object(
    {
      hls: z.union([hls, empty.pipe(hls)], 'must be an object').nullish(),
      rtmp: z
        .union(
          [z.array(rtmp), rtmp.transform((only) => [only])],
          'must be a list of objects with serverUrl (rtmp:// or rtmps://) and streamName',
        )
        .refine((outputs) => outputs.length <= mostRtmp, `must have at most ${mostRtmp} items`)
        .nullish(),
    },
    'must be an object',
  ),
  layout: layout.nullish(),
  resolution: resolution.nullish(),
  streamMode,
  multiBroadcastTag: optionalText(1024),
  maxDuration: integer(broadcastDurations.least, broadcastDurations.most).nullish(),
  maxBitrate,
  // As the PHP SDK writes it.
  maxBitRate: maxBitrate,
  hasAudio: onByDefault,
  hasVideo: onByDefault,
})

type Fields = z.output<typeof fields>

/** What `POST /broadcast` asks for, without the id of the new broadcast and where its playlist will be. */
export const broadcastBody = fields.transform((body, context) => {
  const complaint = complaintAbout(body)
  if (complaint === undefined) return body
  context.addIssue({ code: 'custom', message: complaint })
  return z.NEVER
})

function complaintAbout({ outputs, hasAudio, hasVideo }: Fields): string | undefined {
  if (!hasAudio && !hasVideo) return 'hasAudio and hasVideo cannot both be false'
  if (!outputs.hls && !outputs.rtmp?.length) return 'outputs needs hls, rtmp or both'
  if (outputs.hls?.dvr && outputs.hls.lowLatency) return 'dvr and lowLatency exclude each other'
  return undefined
}

/** The message that starts it. */
export function broadcastStart(
  body: Fields,
  { broadcast, playlist }: { readonly broadcast: string; readonly playlist: string },
): StartBroadcast {
  return {
    type: 'start-broadcast',
    broadcast,
    streamMode: body.streamMode,
    choices: {
      outputs: outputsOf(body, playlist),
      layout: body.layout ?? defaultLayout,
      resolution: body.resolution ?? defaultResolution,
      maxDuration: body.maxDuration ?? broadcastDurations.usual,
      ...bitrateOf(body),
      hasAudio: body.hasAudio,
      hasVideo: body.hasVideo,
      tag: body.multiBroadcastTag ?? '',
    },
  }
}

function bitrateOf(body: Fields): Pick<BroadcastChoices, 'maxBitrate'> {
  const bitrate = body.maxBitrate ?? body.maxBitRate
  return bitrate ? { maxBitrate: bitrate } : {}
}

function outputsOf({ outputs }: Fields, playlist: string): BroadcastChoices['outputs'] {
  const { hls, rtmp } = outputs
  if (!hls) return { rtmp: rtmp ?? [] }
  // Players learn from the address that they can rewind.
  const url = hls.dvr ? `${playlist}?DVR` : playlist
  return { hls: { ...hls, url }, rtmp: rtmp ?? [] }
}
