import type { Archive, Ended, EndReason, Running } from './archive.ts'
import { endArchive } from './end.ts'
import { archiveLimits } from './limits.ts'

/** What time alone will do to an archive next. */
export interface Deadline {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly archive: Archive
}

/** Where the files of a session's archives go. */
interface Destination {
  /** Whether that is a bucket of the owner. */
  readonly hasOwnStorage: boolean
}

/**
 * The next deadline of an archive, which is the same wherever its file goes; `undefined` when time will not change it any
 * more.
 */
export function deadlineOf(
  archive: Archive,
  { hasOwnStorage }: Destination = { hasOwnStorage: false },
): Deadline | undefined {
  const { state } = archive
  switch (state.type) {
    case 'awaiting-streams':
      return endOf(archive, state, archiveLimits.firstStream)
    case 'paused':
      return endOf(archive, state, archiveLimits.withoutStreams)
    case 'recording':
      return endOf(archive, state, archiveLimits.recorded - archive.recorded)
    case 'stopped': {
      // Its file says when it is there.
      if (archive.isFilmed) return undefined
      const since = state.since + archiveLimits.processing
      return become(archive, { ...state, type: hasOwnStorage ? 'uploaded' : 'available', since })
    }
    case 'uploaded':
      return transcriptOf(archive, 'uploaded')
    case 'available':
      return (
        transcriptOf(archive, 'available') ??
        become(archive, { ...state, type: 'expired', since: state.since + archiveLimits.kept })
      )
    case 'expired':
    case 'failed':
    case 'deleted':
      return undefined
    default:
      return state satisfies never
  }
}

/** `patience` is how long the current state may last, in milliseconds. */
function endOf(archive: Archive, state: Running, patience: number): Deadline {
  const recording = state.type === 'recording'
  const ends: readonly { readonly at: number; readonly reason: EndReason }[] = [
    { at: state.emptySince + archiveLimits.withoutConnections, reason: 'session ended' },
    {
      at: state.since + patience,
      reason: recording ? 'maximum duration exceeded' : 'maximum idle time exceeded',
    },
    { at: archive.createdAt + archiveLimits.total, reason: 'maximum duration exceeded' },
  ]
  const end = ends.reduce((first, next) => (next.at < first.at ? next : first))
  return { at: end.at, archive: endArchive(archive, end) }
}

/** A transcript is made of the file, so it is there a little later. */
function transcriptOf(archive: Archive, status: 'available' | 'uploaded'): Deadline | undefined {
  const { state, transcription } = archive
  if (transcription?.status !== 'started') return undefined
  return {
    at: state.since + archiveLimits.processing,
    archive: { ...archive, transcription: { ...transcription, status } },
  }
}

function become(archive: Archive, state: Ended): Deadline {
  return { at: state.since, archive: { ...archive, state } }
}
