import { boolean, filled, listOf, number, owner, record } from '../answers/answered.ts'
import type { Readers } from '../answers/answered.ts'
import type { OpenUnion } from '../answers/open-union.ts'
import type { Resolution } from '../composition/resolution.ts'
import type { StreamMode } from '../composition/stream-mode.ts'
import { composedStream } from '../composition/tracks.ts'
import type { ComposedStream } from '../composition/tracks.ts'
import type { OutputMode } from './archive-options.ts'

/** `paused`: nobody publishes. `available`: `url` leads to the file. `uploaded`: it is in your own storage. */
export type ArchiveStatus = OpenUnion<
  'started' | 'paused' | 'stopped' | 'uploaded' | 'available' | 'expired' | 'failed' | 'deleted'
>

/** A recording as the platform describes it, frozen. Times are milliseconds since 1970. */
export interface Archive {
  readonly id: string
  readonly status: ArchiveStatus
  readonly sessionId: string
  /** The API key or application id. */
  readonly applicationId?: string
  readonly name?: string
  /** Why it stopped or failed, in the platform's words. */
  readonly reason?: string
  readonly createdAt?: number
  readonly updatedAt?: number
  /** Bytes, 0 until there is a file. */
  readonly size?: number
  /** Seconds, 0 until it has stopped. */
  readonly duration?: number
  readonly outputMode?: OpenUnion<OutputMode>
  readonly hasAudio?: boolean
  readonly hasVideo?: boolean
  readonly streamMode?: OpenUnion<StreamMode>
  readonly streams?: readonly ComposedStream[]
  readonly resolution?: OpenUnion<Resolution>
  /** Leads to the file for ten minutes; ask again for a new one. */
  readonly url?: string
  readonly multiArchiveTag?: string
  readonly maxBitrate?: number
  readonly quantizationParameter?: number
  readonly hasTranscription?: boolean
  readonly transcription?: ArchiveTranscription
  /** Of the file, in hexadecimal. */
  readonly sha256sum?: string
}

export interface ArchiveTranscription {
  readonly status: OpenUnion<'requested' | 'started' | 'available' | 'uploaded' | 'failed'>
  readonly primaryLanguageCode?: string
  readonly hasSummary?: boolean
  readonly url?: string
  readonly reason?: string
}

export const archive: Readers<Archive> = {
  needed: { id: filled, status: filled, sessionId: filled },
  rest: {
    applicationId: owner,
    name: filled,
    reason: filled,
    createdAt: number,
    updatedAt: number,
    size: number,
    duration: number,
    outputMode: filled,
    hasAudio: boolean,
    hasVideo: boolean,
    streamMode: filled,
    streams: listOf(record(composedStream)),
    resolution: filled,
    url: filled,
    multiArchiveTag: filled,
    maxBitrate: number,
    quantizationParameter: number,
    hasTranscription: boolean,
    transcription: record<ArchiveTranscription>({
      needed: { status: filled },
      rest: { primaryLanguageCode: filled, hasSummary: boolean, url: filled, reason: filled },
    }),
    sha256sum: filled,
  },
}
