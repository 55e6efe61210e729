import { createHash } from 'node:crypto'
import { defaultLayout } from '../composition/layout.ts'
import { defaultResolution } from '../composition/resolution.ts'
import type { Session } from '../session.ts'
import { runningArchives } from './archive.ts'
import type { Archive } from './archive.ts'
import { beginArchive } from './begin.ts'

/** The archive that a session which is always archived starts now; `undefined` for none. */
export function automaticArchive(before: Session, session: Session): Archive | undefined {
  if (session.archiveMode === 'manual' || session.connections.size === 0) return undefined
  // One that ended for want of streams, or full, is succeeded when there is something to record.
  if (before.connections.size > 0 && session.streams.size === 0) return undefined
  if (runningArchives(session.archives).some(({ automatic }) => automatic)) return undefined
  const earlier = [...session.archives.values()].filter(({ automatic }) => automatic)

  const { archiveName, archiveResolution } = session
  return beginArchive(session, {
    archive: uuidOf(`${session.id} ${earlier.length}`),
    automatic: true,
    streamMode: 'auto',
    choices: {
      // The platform writes its separators in another way.
      name: archiveName?.replaceAll(/[~_-]/g, ':') ?? null,
      output: {
        mode: 'composed',
        resolution: archiveResolution ?? defaultResolution,
        layout: defaultLayout,
      },
      hasAudio: true,
      hasVideo: true,
      tag: '',
    },
  })
}

/** A UUID (version 8, RFC 9562) that is always the same for the same text, as a pure core needs it. */
function uuidOf(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex')
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`]
  return [...parts, `8${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-')
}
