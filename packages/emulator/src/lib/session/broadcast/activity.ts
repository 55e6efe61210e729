import type { Activity } from '../activity.ts'
import { put } from '../collection.ts'
import { settle } from '../composition/settle.ts'
import type { Session } from '../session.ts'
import { announceBroadcasts } from './announce.ts'
import { broadcastsOnAir } from './broadcast.ts'
import { deadlineOf } from './deadline.ts'
import { filmBroadcasts } from './film-broadcasts.ts'
import { followSession } from './follow-session.ts'

/** Broadcasts come on air after a while, and end by themselves. */
export const broadcasting: Activity = {
  follow: (before, session) => {
    if (session.broadcasts.size === 0) return { session, effects: [] }
    const announced = announceBroadcasts(before, session)
    const settled = settle({ session, effects: announced }, { step, announce: announceBroadcasts })
    const filmed = filmBroadcasts(before, settled.session)
    return { session: settled.session, effects: [...settled.effects, ...filmed] }
  },
  due: ({ broadcasts }) =>
    Math.min(...broadcastsOnAir(broadcasts).map((held) => deadlineOf(held)?.at ?? Infinity)),
}

function step(session: Session): Session {
  for (const broadcast of broadcastsOnAir(session.broadcasts)) {
    const deadline = deadlineOf(broadcast)
    const passed = deadline !== undefined && deadline.at <= session.at
    const next = passed ? deadline.broadcast : followSession(broadcast, session)
    if (next !== broadcast) return { ...session, broadcasts: put(session.broadcasts, next) }
  }
  return session
}
