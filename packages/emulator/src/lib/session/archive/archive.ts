import { derive } from '../collection.ts'
import type { Layout } from '../composition/layout.ts'
import type { Resolution } from '../composition/resolution.ts'
import type { Composition } from '../composition/selection.ts'

/** A recording of a session, from its start to the end of its file. */
export interface Archive extends ArchiveChoices, Composition {
  readonly id: string
  /** Whether the session starts its archives itself. */
  readonly automatic: boolean
  /** Whether media is really recorded, and a file has to be waited for. */
  readonly isFilmed: boolean
  /** The server of the session that records it. */
  readonly server: number
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  /** Milliseconds that were recorded before the current state. */
  readonly recorded: number
  readonly state: ArchiveState
  readonly transcription?: Transcription
  /** Its file, once there is one that can be read. */
  readonly file?: ArchiveFile
  /** Why there is no file, where the platform's words do not say it. */
  readonly fault?: string
}

/** What there is to be fetched of an archive. */
export interface ArchiveFile {
  /** Bytes. */
  readonly size: number
  readonly durationMs: number
}

/** What was asked for when an archive was started, and stays. */
export interface ArchiveChoices {
  readonly name: string | null
  readonly output: ArchiveOutput
  readonly hasAudio: boolean
  readonly hasVideo: boolean
  /** Tells archives of one session apart that run at the same time; empty for the usual one. */
  readonly tag: string
}

/** One file with one picture, or a file for every stream. */
export type ArchiveOutput = ComposedOutput | { readonly mode: 'individual' }

export interface ComposedOutput {
  readonly mode: 'composed'
  readonly resolution: Resolution
  readonly layout: Layout
  /** Bits per second. */
  readonly maxBitrate?: number
  readonly quantizationParameter?: number
}

export type ArchiveState = Running | Ended

/** Still following the session. `since` and `emptySince` are in milliseconds since the epoch. */
export interface Running {
  readonly type: 'awaiting-streams' | 'recording' | 'paused'
  readonly since: number
  /** When the last client left; `Infinity` while somebody is there. */
  readonly emptySince: number
}

export interface Ended {
  readonly type: 'stopped' | 'available' | 'uploaded' | 'expired' | 'failed' | 'deleted'
  /** Milliseconds since the epoch. */
  readonly since: number
  readonly reason: EndReason
}

/** Why an archive ended, in the platform's words. */
export type EndReason =
  | 'maximum duration exceeded'
  | 'maximum idle time exceeded'
  | 'session ended'
  | 'user initiated'
  | 'failure'

export interface Transcription {
  readonly status: 'requested' | 'started' | 'available' | 'uploaded' | 'failed'
  /** BCP 47. */
  readonly primaryLanguageCode: string
  readonly hasSummary: boolean
}

/** The status of an archive, in the platform's words. */
export type ArchiveStatus = 'started' | 'paused' | Ended['type']

export function statusOf({ state }: Pick<Archive, 'state'>): ArchiveStatus {
  switch (state.type) {
    case 'awaiting-streams':
    case 'recording':
      return 'started'
    default:
      return state.type
  }
}

export function isRunning(archive: Archive): archive is Archive & { readonly state: Running } {
  const status = statusOf(archive)
  return status === 'started' || status === 'paused'
}

/** Those of a session's archives that still follow it. */
export const runningArchives = derive((archives: readonly Archive[]) => archives.filter(isRunning))
