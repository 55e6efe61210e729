import { EmulatorError } from '../error.ts'
import { askSession } from '../platform/ask.ts'
import type { Platform } from '../platform/platform.ts'

/** See `Controls.failArchive`. */
export function failArchive(platform: Platform, archive: string): void {
  const session = platform.list().find(({ archives }) => archives.has(archive))
  if (session === undefined) throw new EmulatorError('refused', 'There is no such archive')
  const { status, body } = askSession(platform, session.id, { type: 'fail-archive', archive })
  if (status === 200) return
  const reason = body?.['reason']
  throw new EmulatorError('refused', typeof reason === 'string' ? reason : 'It was refused')
}
