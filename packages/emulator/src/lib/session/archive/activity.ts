import type { Activity } from '../activities.ts'
import type { Effect, Outcome } from '../outcome.ts'
import type { Session } from '../session.ts'
import { put } from '../collection.ts'
import { announceArchives } from './announce.ts'
import { automaticArchive } from './automatic.ts'
import { deadlineOf } from './deadline.ts'
import { followSession } from './follow-session.ts'

/** Archives record while somebody publishes, and end by themselves. */
export const archiving: Activity = {
  follow: (before, session) => {
    if (session.archives.size === 0 && session.archiveMode === 'manual') {
      return { session, effects: [] }
    }
    return settle({ before, session, effects: [...announceArchives(before, session)] })
  },
  due: (session) =>
    Math.min(
      ...[...session.archives.values()].map(
        (archive) => deadlineOf(archive, session)?.at ?? Infinity,
      ),
    ),
}

interface Unsettled {
  readonly before: Session
  readonly session: Session
  readonly effects: readonly Effect[]
}

/** Takes one change after the other, so that each is announced, until there is none left. */
function settle({ before, session, effects }: Unsettled): Outcome {
  const next = step(before, session)
  if (next === session) return { session, effects }
  const announced = announceArchives(session, next)
  return settle({ before, session: next, effects: [...effects, ...announced] })
}

function step(before: Session, session: Session): Session {
  for (const archive of session.archives.values()) {
    const deadline = deadlineOf(archive, session)
    const passed = deadline !== undefined && deadline.at <= session.at
    const next = passed ? deadline.archive : followSession(archive, session)
    if (next !== archive) return { ...session, archives: put(session.archives, next) }
  }
  const started = automaticArchive(before, session)
  if (started === undefined) return session
  return { ...session, archives: put(session.archives, started) }
}
