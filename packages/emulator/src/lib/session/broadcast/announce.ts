import type { Effect } from '../outcome.ts'
import type { Session } from '../session.ts'
import { describeBroadcast } from './describe.ts'

/** Tells the owner's servers how the broadcasts of a session have changed; clients hear nothing of them. */
export function announceBroadcasts(before: Session, session: Session): readonly Effect[] {
  if (session.broadcasts === before.broadcasts) return []
  return [...session.broadcasts.values()].flatMap((broadcast): readonly Effect[] => {
    const earlier = before.broadcasts.get(broadcast.id)
    if (
      earlier?.state.type === broadcast.state.type &&
      earlier.rtmpStatuses === broadcast.rtmpStatuses
    ) {
      return []
    }
    const body = describeBroadcast(session, broadcast)
    return [{ type: 'callback', group: 'broadcast', body }]
  })
}
