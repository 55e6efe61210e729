import { addressIn } from '../address.ts'
import { pushAll } from '../outcome.ts'
import type { Effect } from '../outcome.ts'
import { platform } from '../sender.ts'
import type { Session } from '../session.ts'
import { isRunning, statusOf } from './archive.ts'
import type { Archive } from './archive.ts'
import { describeArchive, heraldArchive } from './describe.ts'

/** Tells clients and the owner's servers how the archives of a session have changed. */
export function announceArchives(before: Session, session: Session): readonly Effect[] {
  if (session.archives === before.archives) return []
  return [...session.archives.values()].flatMap((archive): readonly Effect[] => {
    const earlier = before.archives.get(archive.id)
    if (earlier !== undefined && !isNews(earlier, archive)) return []
    return [
      ...toClients(session, archive, { earlier }),
      { type: 'callback', group: 'archive', body: describeArchive(session, archive) },
    ]
  })
}

function isNews(earlier: Archive, archive: Archive): boolean {
  return (
    statusOf(earlier) !== statusOf(archive) ||
    earlier.transcription?.status !== archive.transcription?.status
  )
}

/** Clients follow a recording only until it ends; OpenTok.js knows no failure. */
function toClients(
  session: Session,
  archive: Archive,
  { earlier }: { readonly earlier: Archive | undefined },
): readonly Effect[] {
  const uri = addressIn(session, 'archive', archive.id)
  const clients = session.connections.values()
  if (earlier === undefined) {
    const content = heraldArchive(archive)
    return pushAll(clients, platform, { method: 'created', uri, content })
  }
  if (!isRunning(earlier)) return []
  const content = { status: isRunning(archive) ? statusOf(archive) : 'stopped' }
  return pushAll(clients, platform, { method: 'updated', uri, content })
}
