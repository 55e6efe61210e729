import { withoutEnded } from '../composition/selection.ts'
import type { Session } from '../session.ts'
import type { Archive, Running } from './archive.ts'
import { endArchive, recordedUntil } from './end.ts'

/** A running archive as the session makes it at this moment; the same one when nothing changes. */
export function followSession(archive: Archive, session: Session): Archive {
  const { state } = archive
  switch (state.type) {
    case 'awaiting-streams':
    case 'recording':
    case 'paused': {
      // A recording does not move to another server with its session.
      if (archive.server !== session.server) {
        return endArchive(archive, { at: session.at, reason: 'session ended' })
      }
      const next = nextState(state, session)
      const selection = withoutEnded(archive.selection, session)
      if (next === state && selection === archive.selection) return archive
      const recorded =
        next.type === state.type ? archive.recorded : recordedUntil(archive, session.at)
      return { ...archive, selection, recorded, state: next }
    }
    default:
      return archive
  }
}

function nextState(state: Running, { at, connections, streams }: Session): Running {
  const empty = connections.size === 0
  const type = streams.size > 0 ? 'recording' : state.type === 'recording' ? 'paused' : state.type
  if (type === state.type && empty === Number.isFinite(state.emptySince)) return state
  return {
    type,
    since: type === state.type ? state.since : at,
    emptySince: empty ? Math.min(at, state.emptySince) : Infinity,
  }
}
