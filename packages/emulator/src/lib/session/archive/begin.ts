import { selectionOf } from '../composition/selection.ts'
import type { Session } from '../session.ts'
import type { Archive } from './archive.ts'
import type { StartArchive } from './message.ts'

interface Beginning extends Omit<StartArchive, 'type'> {
  readonly automatic: boolean
}

/** A new archive of that session: it records at once when somebody publishes. */
export function beginArchive(session: Session, beginning: Beginning): Archive {
  const { archive, automatic, choices, streamMode, transcription } = beginning
  return {
    id: archive,
    ...choices,
    automatic,
    isFilmed: session.isFilmed,
    server: session.server,
    createdAt: session.at,
    recorded: 0,
    selection: selectionOf(streamMode),
    state: {
      type: session.streams.size > 0 ? 'recording' : 'awaiting-streams',
      since: session.at,
      emptySince: Infinity,
    },
    ...(transcription !== undefined && {
      transcription: { ...transcription, status: 'requested' },
    }),
  }
}
