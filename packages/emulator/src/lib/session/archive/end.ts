import type { Archive, EndReason } from './archive.ts'

/** An archive whose recording ends at that time, in milliseconds since the epoch. */
export function endArchive(
  archive: Archive,
  { at, reason }: { readonly at: number; readonly reason: EndReason },
): Archive {
  const failed = reason === 'failure'
  return {
    ...archive,
    recorded: recordedUntil(archive, at),
    state: { type: failed ? 'failed' : 'stopped', since: at, reason },
    ...(archive.transcription && {
      transcription: { ...archive.transcription, status: failed ? 'failed' : 'started' },
    }),
  }
}

/** How much an archive holds at that time, in milliseconds. */
export function recordedUntil({ recorded, state }: Archive, at: number): number {
  return state.type === 'recording' ? recorded + at - state.since : recorded
}
