import { derive } from '../collection.ts'
import type { Layout } from '../composition/layout.ts'
import type { Resolution } from '../composition/resolution.ts'
import type { RtmpStatus } from './output-status.ts'
import type { Composition } from '../composition/selection.ts'

/** A session that is sent live to people outside of it. */
export interface Broadcast extends BroadcastChoices, Composition {
  readonly id: string
  /** Whether media is really sent, and says itself how far it is. */
  readonly isFilmed: boolean
  /** How its RTMP outputs are, by their ids, once they have said so. */
  readonly rtmpStatuses: ReadonlyMap<string, RtmpStatus>
  /** The server of the session that sends it. */
  readonly server: number
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  readonly state: BroadcastState
}

/** What was asked for when a broadcast was started. */
export interface BroadcastChoices {
  /** At least one of them is there. */
  readonly outputs: { readonly hls?: HlsOutput; readonly rtmp: readonly RtmpOutput[] }
  readonly layout: Layout
  readonly resolution: Resolution
  /** Seconds. */
  readonly maxDuration: number
  /** Bits per second. */
  readonly maxBitrate?: number
  readonly hasAudio: boolean
  readonly hasVideo: boolean
  /** Tells broadcasts of one session apart that run at the same time; empty for the usual one. */
  readonly tag: string
}

export interface HlsOutput {
  /** Where its playlist is. */
  readonly url: string
  readonly dvr: boolean
  readonly lowLatency: boolean
}

/** A server of somebody else that the broadcast is sent to. */
export interface RtmpOutput {
  readonly id: string
  readonly serverUrl: string
  readonly streamName: string
}

export type BroadcastState = OnAir | { readonly type: 'stopped'; readonly since: number }

/** `since` and `emptySince` are in milliseconds since the epoch. */
export interface OnAir {
  readonly type: 'connecting' | 'ready' | 'live' | 'error'
  readonly since: number
  /** When the last client left; `Infinity` while somebody is there. */
  readonly emptySince: number
}

export function isOnAir({ state }: Broadcast): boolean {
  return state.type !== 'stopped'
}

/** Those of a session's broadcasts that are not over. */
export const broadcastsOnAir = derive((broadcasts: readonly Broadcast[]) =>
  broadcasts.filter(isOnAir),
)
