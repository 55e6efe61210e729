import { maxBitrate } from '../composition/bitrate.ts'
import { layout } from '../composition/layout.ts'
import type { Layout } from '../composition/layout.ts'
import { resolution } from '../composition/resolution.ts'
import type { Resolution } from '../composition/resolution.ts'
import { streamMode } from '../composition/stream-mode.ts'
import type { StreamMode } from '../composition/stream-mode.ts'
import { refuseNothing } from '../composition/tracks.ts'
import type { CallOptions } from '../options/call-options.ts'
import { flag, listOf, needed, shape, text, url, whole } from '../options/checks.ts'
import type { Checks } from '../options/checks.ts'
import { invalidOption } from '../options/option-checks.ts'

/** Where a broadcast goes and what it shall be; only `outputs` is needed. */
export interface BroadcastChoices {
  readonly outputs: BroadcastOutputs
  /** Default `bestFit`. */
  readonly layout?: Layout
  /** Seconds, 60 to 36000, default 14400 (4 hours). */
  readonly maxDuration?: number
  /** Default `640x480`. */
  readonly resolution?: Resolution
  /** Default `auto`. */
  readonly streamMode?: StreamMode
  /** Needed by all but one of the broadcasts of one session that run at the same time. */
  readonly multiBroadcastTag?: string
  /** Bits per second, 100000 to 6000000. */
  readonly maxBitrate?: number
  /** Default true. */
  readonly hasAudio?: boolean
  /** Default true. */
  readonly hasVideo?: boolean
}

/** One of them at least. */
export interface BroadcastOutputs {
  /** A playlist for browsers; `{}` for one with the defaults. */
  readonly hls?: HlsOutput
  /** At most five servers. */
  readonly rtmp?: readonly RtmpOutput[]
}

export interface HlsOutput {
  /** Whether viewers can rewind, default false; excludes `lowLatency`. */
  readonly dvr?: boolean
  /** Default false. */
  readonly lowLatency?: boolean
}

export interface RtmpOutput {
  /** `rtmp://` or `rtmps://`. */
  readonly serverUrl: string
  readonly streamName: string
  /** A name of your own, by which its status is told. */
  readonly id?: string
}

export interface StartBroadcastOptions extends BroadcastChoices, CallOptions {}

const mostRtmp = 5

export const broadcastChecks: Checks<BroadcastChoices> = {
  outputs: needed(
    shape<BroadcastOutputs>({
      hls: shape<HlsOutput>({ dvr: flag, lowLatency: flag }),
      rtmp: listOf(
        shape<RtmpOutput>({
          serverUrl: needed(url('rtmp', 'rtmps')),
          streamName: needed(text(1, 2048)),
          id: text(1, 256),
        }),
        mostRtmp,
      ),
    }),
  ),
  layout,
  maxDuration: whole({ min: 60, max: 36_000, unit: 'seconds' }),
  resolution,
  streamMode,
  multiBroadcastTag: text(1, 1024),
  maxBitrate,
  hasAudio: flag,
  hasVideo: flag,
}

/** Throws VideoError `invalid-option` for what contradicts itself or goes nowhere. */
export function refuseContradictions(choices: BroadcastChoices): void {
  refuseNothing(choices)
  const { hls, rtmp = [] } = choices.outputs
  if (hls === undefined && rtmp.length === 0) {
    throw invalidOption('broadcasts.start needs hls, rtmp or both in outputs.')
  }
  if (hls?.dvr === true && hls.lowLatency === true) {
    throw invalidOption('outputs.hls can have dvr or lowLatency, not both.')
  }
}
