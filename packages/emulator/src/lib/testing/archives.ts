import { defaultLayout } from '../session/composition/layout.ts'
import type { Archive, ArchiveChoices } from '../session/archive/archive.ts'
import type { StartArchive } from '../session/archive/message.ts'
import type { Outcome } from '../session/outcome.ts'
import type { Session } from '../session/session.ts'

/** What starts a composed archive with everything in it. */
export function starting(archive: string, differing: Differing = {}): StartArchive {
  const { streamMode = 'auto', transcription, ...choices } = differing
  return {
    type: 'start-archive',
    archive,
    streamMode,
    ...(transcription && { transcription }),
    choices: {
      name: 'a call',
      output: { mode: 'composed', resolution: '640x480', layout: defaultLayout },
      hasAudio: true,
      hasVideo: true,
      tag: '',
      ...choices,
    },
  }
}

type Differing = Partial<ArchiveChoices & Pick<StartArchive, 'streamMode' | 'transcription'>>

/** The archive with that id. */
export function archiveIn({ archives }: Session, id: string): Archive {
  const archive = archives.get(id)
  if (archive === undefined) throw new Error(`there is no archive ${id}`)
  return archive
}

/** The callbacks of a group as short lines: `status reason duration`. */
export function reportsOf({ effects }: Outcome): readonly string[] {
  return effects.flatMap((effect) => {
    if (effect.type !== 'callback' || effect.group !== 'archive') return []
    const { status, reason, duration } = effect.body
    const parts = [status, reason, duration].filter(isScalar)
    return [parts.filter(Boolean).join(' ')]
  })
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}
