import type { Capacity } from '../composition/selection.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** How long an archive may take for what, in milliseconds (source: the platform's guide to archiving). */
export const archiveLimits = {
  /** What one archive holds; pauses do not count. */
  recorded: 4 * hour,
  /** From its start to its end, pauses included. */
  total: 12 * hour,
  /** Until somebody publishes for the first time. */
  firstStream: minute,
  /** Without any stream, after there was one. */
  withoutStreams: hour,
  /** Without anybody in the session. */
  withoutConnections: minute,
  /** How long the platform keeps what nobody has fetched into a bucket of their own. */
  kept: 72 * hour,
  /** From the end of a recording to its file, and from the file to its transcript. */
  processing: second,
} as const

/** How many streams an archive takes. */
export const archiveCapacity: Readonly<Record<'composed' | 'individual', Capacity>> = {
  composed: { video: 16, audio: 50 },
  individual: { video: 50, audio: 50 },
}
