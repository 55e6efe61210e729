import { put } from '../collection.ts'
import { changeSelection } from '../composition/change-selection.ts'
import { obstacleTo } from '../composition/obstacle.ts'
import { selectionOf } from '../composition/selection.ts'
import { accept, refuse } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Session } from '../session.ts'
import { broadcastsOnAir, isOnAir } from './broadcast.ts'
import type { Broadcast } from './broadcast.ts'
import { noteStatus } from './output-status.ts'
import type { BroadcastMessage, StartBroadcast } from './message.ts'

/** What the platform asks of broadcasts; clients have no say in them. */
export function requestBroadcast(session: Session, message: BroadcastMessage): Outcome {
  if (message.type === 'start-broadcast') return startBroadcast(session, message)
  const broadcast = session.broadcasts.get(message.broadcast)
  if (broadcast === undefined) return refuse(session, 404, 'There is no such broadcast')
  switch (message.type) {
    case 'stop-broadcast':
      if (!isOnAir(broadcast)) return refuse(session, 409, 'The broadcast has been stopped already')
      return keep(session, { ...broadcast, state: { type: 'stopped', since: session.at } })
    case 'note-broadcast':
      return keep(session, noteStatus(broadcast, message.status, session.at))
    case 'arrange-broadcast':
      if (!isOnAir(broadcast)) return refuse(session, 400, 'The broadcast has been stopped')
      return keep(session, { ...broadcast, layout: message.layout })
    case 'select-for-broadcast': {
      if (!isOnAir(broadcast)) return refuse(session, 400, 'The broadcast has been stopped')
      const changed = changeSelection(session, broadcast.selection, message.change)
      if (!changed.ok) return refuse(session, changed.status, changed.reason)
      return keep(session, { ...broadcast, selection: changed.selection })
    }
    default:
      return message satisfies never
  }
}

function startBroadcast(
  session: Session,
  { broadcast, choices, streamMode }: StartBroadcast,
): Outcome {
  const obstacle = obstacleTo(session, 'broadcast')
  if (obstacle !== undefined) return refuse(session, obstacle.status, obstacle.reason)
  const onAir = broadcastsOnAir(session.broadcasts)
  if (onAir.some(({ tag }) => tag === choices.tag)) {
    const reason = 'The session is on air already; give each broadcast its own multiBroadcastTag'
    return refuse(session, 409, reason)
  }
  return keep(session, {
    id: broadcast,
    ...choices,
    isFilmed: session.isFilmed,
    rtmpStatuses: new Map(),
    server: session.server,
    createdAt: session.at,
    selection: selectionOf(streamMode),
    state: { type: 'connecting', since: session.at, emptySince: Infinity },
  })
}

function keep(session: Session, broadcast: Broadcast): Outcome {
  return accept({ ...session, broadcasts: put(session.broadcasts, broadcast) })
}
