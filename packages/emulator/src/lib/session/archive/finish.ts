import type { Session } from '../session.ts'
import type { Archive } from './archive.ts'
import type { ArchiveMessage } from './message.ts'

type Finish = Extract<ArchiveMessage, { readonly type: 'deliver-archive' | 'fault-archive' }>

/** An archive whose file has been made, or could not be; the same one when it waits for none. */
export function finishArchive(
  archive: Archive,
  message: Finish,
  { at, hasOwnStorage }: Pick<Session, 'at' | 'hasOwnStorage'>,
): Archive {
  const { state, transcription } = archive
  if (state.type !== 'stopped') return archive
  if (message.type === 'deliver-archive') {
    const type = hasOwnStorage ? 'uploaded' : 'available'
    return { ...archive, file: message.file, state: { ...state, type, since: at } }
  }
  return {
    ...archive,
    fault: message.fault,
    state: { type: 'failed', since: at, reason: 'failure' },
    ...(transcription && { transcription: { ...transcription, status: 'failed' } }),
  }
}
