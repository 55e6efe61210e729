import { put } from '../collection.ts'
import { accept, refuse } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import { obstacleTo } from '../composition/obstacle.ts'
import type { Session } from '../session.ts'
import { runningArchives } from './archive.ts'
import { beginArchive } from './begin.ts'
import type { StartArchive } from './message.ts'

/** Starts an archive, if the session can be recorded and is not being recorded under the same tag. */
export function startArchive(session: Session, message: StartArchive): Outcome {
  const obstacle = obstacleTo(session, 'archived')
  if (obstacle !== undefined)
    return refuse(session, obstacle.status, obstacle.reason, obstacle.code)
  const running = runningArchives(session.archives)
  if (running.some(({ tag }) => tag === message.choices.tag)) {
    const reason =
      'The session is already being recorded; give each archive its own multiArchiveTag'
    return refuse(session, 409, reason)
  }
  const archive = beginArchive(session, { ...message, automatic: false })
  return accept({ ...session, archives: put(session.archives, archive) })
}
