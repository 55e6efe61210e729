import { boolean, filled, listOf, number, owner, record } from '../answers/answered.ts'
import type { Readers } from '../answers/answered.ts'
import type { OpenUnion } from '../answers/open-union.ts'
import type { Resolution } from '../composition/resolution.ts'
import type { StreamMode } from '../composition/stream-mode.ts'
import { composedStream } from '../composition/tracks.ts'
import type { ComposedStream } from '../composition/tracks.ts'

/** A live broadcast as the platform describes it, frozen. Times are milliseconds since 1970. */
export interface Broadcast {
  readonly id: string
  readonly status: OpenUnion<'started' | 'stopped'>
  readonly sessionId: string
  /** The API key or application id. */
  readonly applicationId?: string
  readonly createdAt?: number
  readonly updatedAt?: number
  /** Seconds. */
  readonly maxDuration?: number
  readonly resolution?: OpenUnion<Resolution>
  readonly hasAudio?: boolean
  readonly hasVideo?: boolean
  readonly streamMode?: OpenUnion<StreamMode>
  readonly streams?: readonly ComposedStream[]
  readonly multiBroadcastTag?: string
  readonly maxBitrate?: number
  /** Where it can be watched; absent once it has stopped. */
  readonly broadcastUrls?: BroadcastUrls
  readonly settings?: BroadcastSettings
}

export interface BroadcastUrls {
  /** The playlist; do not fetch it before some 20 seconds have passed. */
  readonly hls?: string
  readonly hlsStatus?: OpenUnion<'connecting' | 'ready' | 'live' | 'ended' | 'error'>
  readonly rtmp?: readonly RtmpTarget[]
}

export interface RtmpTarget {
  readonly serverUrl: string
  readonly id?: string
  /** Often a secret of the account at the other end. */
  readonly streamName?: string
  readonly status?: OpenUnion<'connecting' | 'live' | 'offline' | 'error'>
}

export interface BroadcastSettings {
  readonly hls?: { readonly dvr?: boolean; readonly lowLatency?: boolean }
}

export const broadcast: Readers<Broadcast> = {
  needed: { id: filled, status: filled, sessionId: filled },
  rest: {
    applicationId: owner,
    createdAt: number,
    updatedAt: number,
    maxDuration: number,
    resolution: filled,
    hasAudio: boolean,
    hasVideo: boolean,
    streamMode: filled,
    streams: listOf(record(composedStream)),
    multiBroadcastTag: filled,
    maxBitrate: number,
    broadcastUrls: record<BroadcastUrls>({
      needed: {},
      rest: {
        hls: filled,
        hlsStatus: filled,
        rtmp: listOf(
          record<RtmpTarget>({
            needed: { serverUrl: filled },
            rest: { id: filled, streamName: filled, status: filled },
          }),
        ),
      },
    }),
    settings: record<BroadcastSettings>({
      needed: {},
      rest: { hls: record({ needed: {}, rest: { dvr: boolean, lowLatency: boolean } }) },
    }),
  },
}
