import type { Resolution } from '../../session/composition/resolution.ts'
import type { Setting, Take } from '../timeline.ts'

/** A recording that is still growing. */
export type LiveTake = Omit<Take, 'endedAt'>

/** What is to be seen and heard from a moment on, in milliseconds since the epoch. */
export interface LiveScene extends Setting {
  readonly from: number
}

/** A server that gets the composition by RTMP. */
export interface RtmpTarget {
  readonly id: string
  /** With the stream name at its end, which is a secret. */
  readonly url: string
}

export interface HlsTarget {
  /** Exists; the playlist in it is `playlist.m3u8`. */
  readonly folder: string
  /** `dvr` keeps everything since the start, `low-latency` has segments of one second. */
  readonly mode: 'sliding' | 'dvr' | 'low-latency'
}

export interface LiveOptions {
  /** The program: a name on the PATH, or a path. */
  readonly ffmpeg: string
  readonly resolution: Resolution
  readonly tracks: 'audio' | 'video' | 'both'
  /** Bits per second of the picture. */
  readonly maxBitrate?: number
  readonly hls?: HlsTarget
  readonly rtmp: readonly RtmpTarget[]
  /**
   * How long after a moment it is composed: what is recorded of it must be in the files by then. Default: 2000; where
   * things come later than that it grows, up to 8000.
   */
  readonly delayMs?: number
}

/** How an output is, in the platform's words. */
export type LiveStatus =
  | { readonly output: 'hls'; readonly status: 'connecting' | 'ready' | 'live' | 'ended' | 'error' }
  | {
      readonly output: 'rtmp'
      readonly id: string
      readonly status: 'connecting' | 'live' | 'offline' | 'error'
    }

/** Why a composition or a part of it does not work. */
export interface LiveTrouble {
  readonly code: 'ffmpeg-missing' | 'composing-failed'
  readonly message: string
}

export type ToStudio =
  | { readonly type: 'start'; readonly options: LiveOptions }
  | { readonly type: 'show'; readonly scene: LiveScene }
  | { readonly type: 'add-take'; readonly take: LiveTake }
  | { readonly type: 'end-take'; readonly streamId: string }
  | { readonly type: 'close' }

export type FromStudio =
  | { readonly type: 'status'; readonly status: LiveStatus }
  | { readonly type: 'trouble'; readonly trouble: LiveTrouble }
  | { readonly type: 'closed' }
