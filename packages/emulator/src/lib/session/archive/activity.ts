import type { Activity } from '../activity.ts'
import { derive, put } from '../collection.ts'
import { settle } from '../composition/settle.ts'
import type { Session } from '../session.ts'
import { announceArchives } from './announce.ts'
import { runningArchives } from './archive.ts'
import type { Archive } from './archive.ts'
import { automaticArchive } from './automatic.ts'
import { deadlineOf } from './deadline.ts'
import { filmArchives } from './film-archives.ts'
import { followSession } from './follow-session.ts'

/** Archives record while somebody publishes, and end by themselves. */
export const archiving: Activity = {
  follow: (before, session) => {
    if (session.archives.size === 0 && session.archiveMode === 'manual') {
      return { session, effects: [] }
    }
    const settled = settle(
      { session, effects: announceArchives(before, session) },
      { step: (current) => step(before, current), announce: announceArchives },
    )
    const filmed = filmArchives(before, settled.session)
    return { session: settled.session, effects: [...settled.effects, ...filmed] }
  },
  due: ({ archives }) => nextDeadline(archives),
}

const nextDeadline = derive((archives: readonly Archive[]) =>
  archives.reduce(
    (earliest, held) => Math.min(earliest, deadlineOf(held)?.at ?? Infinity),
    Infinity,
  ),
)

function step(before: Session, session: Session): Session {
  const isDue = nextDeadline(session.archives) <= session.at
  for (const archive of isDue ? session.archives.values() : runningArchives(session.archives)) {
    const deadline = deadlineOf(archive, session)
    const passed = deadline !== undefined && deadline.at <= session.at
    const next = passed ? deadline.archive : followSession(archive, session)
    if (next !== archive) return { ...session, archives: put(session.archives, next) }
  }
  const started = automaticArchive(before, session)
  if (started === undefined) return session
  return { ...session, archives: put(session.archives, started) }
}
