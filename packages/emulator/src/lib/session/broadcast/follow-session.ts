import { withoutEnded } from '../composition/selection.ts'
import type { Session } from '../session.ts'
import type { Broadcast, OnAir } from './broadcast.ts'

/** A broadcast as the session makes it at this moment; the same one when nothing changes. */
export function followSession(broadcast: Broadcast, session: Session): Broadcast {
  const { state } = broadcast
  if (state.type === 'stopped') return broadcast
  // A broadcast does not move to another server with its session.
  if (broadcast.server !== session.server) {
    return { ...broadcast, state: { type: 'stopped', since: session.at } }
  }
  const next = nextState(state, session)
  const selection = withoutEnded(broadcast.selection, session)
  if (next === state && selection === broadcast.selection) return broadcast
  return { ...broadcast, selection, state: next }
}

function nextState(state: OnAir, { at, connections }: Session): OnAir {
  const empty = connections.size === 0
  if (empty === Number.isFinite(state.emptySince)) return state
  return { ...state, emptySince: empty ? at : Infinity }
}
