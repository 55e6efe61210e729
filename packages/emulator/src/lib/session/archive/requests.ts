import { changeSelection } from '../composition/change-selection.ts'
import { put } from '../collection.ts'
import { accept, refuse } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Session } from '../session.ts'
import { isRunning, statusOf } from './archive.ts'
import type { Archive, ArchiveState } from './archive.ts'
import { endArchive } from './end.ts'
import { finishArchive } from './finish.ts'
import type { ArchiveMessage } from './message.ts'
import { startArchive } from './start.ts'

/** What the platform asks of archives; clients have no say in them. */
export function requestArchive(session: Session, message: ArchiveMessage): Outcome {
  if (message.type === 'start-archive') return startArchive(session, message)
  const archive = session.archives.get(message.archive)
  if (archive === undefined) return refuse(session, 404, 'There is no such archive')
  const { at } = session
  switch (message.type) {
    case 'stop-archive':
      if (!isRunning(archive)) return refuse(session, 409, 'The archive is not being recorded')
      // As on the platform, who has a session archived always cannot end that by hand.
      if (archive.automatic) return accept(session)
      return keep(session, endArchive(archive, { at, reason: 'user initiated' }))
    case 'fail-archive':
      if (!isRunning(archive)) return refuse(session, 409, 'The archive is not being recorded')
      return keep(session, endArchive(archive, { at, reason: 'failure' }))
    case 'deliver-archive':
    case 'fault-archive':
      return keep(session, finishArchive(archive, message, session))
    case 'delete-archive':
      return deleteArchive(session, archive)
    case 'arrange-archive': {
      if (!isRunning(archive)) return refuse(session, 400, 'The archive is not being recorded')
      if (archive.output.mode === 'individual') {
        return refuse(session, 400, 'An archive of individual streams has no layout')
      }
      return keep(session, { ...archive, output: { ...archive.output, layout: message.layout } })
    }
    case 'select-for-archive': {
      if (!isRunning(archive)) return refuse(session, 400, 'The archive is not being recorded')
      const changed = changeSelection(session, archive.selection, message.change)
      if (!changed.ok) return refuse(session, changed.status, changed.reason)
      return keep(session, { ...archive, selection: changed.selection })
    }
    default:
      return message satisfies never
  }
}

const deletable: readonly ArchiveState['type'][] = ['available', 'uploaded', 'deleted']

function deleteArchive(session: Session, archive: Archive): Outcome {
  const { state } = archive
  if (!deletable.includes(state.type) || !('reason' in state)) {
    const status = statusOf(archive)
    return refuse(session, 409, `An archive that is ${status} cannot be deleted`)
  }
  if (state.type === 'deleted') return accept(session)
  return keep(session, { ...archive, state: { ...state, type: 'deleted', since: session.at } })
}

function keep(session: Session, archive: Archive): Outcome {
  return accept({ ...session, archives: put(session.archives, archive) })
}
