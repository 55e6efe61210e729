import { EmulatorError } from '../error.ts'
import type { NetworkImpairment } from '../media/impairment.ts'
import { askSession } from '../platform/ask.ts'
import type { Platform } from '../platform/platform.ts'

/** See `Controls.impair`. */
export function impair(
  platform: Platform,
  connection: string,
  impairment: Partial<NetworkImpairment>,
): void {
  const session = platform.list().find(({ connections }) => connections.has(connection))
  if (session === undefined) throw new EmulatorError('refused', 'There is no such connection')
  const { up = {}, down = {} } = impairment
  const network = { connection, impairment: { up, down } }
  const { status, body } = askSession(platform, session.id, { type: 'impair-network', network })
  if (status === 200) return
  const reason = body?.['reason']
  throw new EmulatorError('refused', typeof reason === 'string' ? reason : 'It was refused')
}
