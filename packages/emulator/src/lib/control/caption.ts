import { randomUUID } from 'node:crypto'
import { EmulatorError } from '../error.ts'
import { askSession } from '../platform/ask.ts'
import type { Platform } from '../platform/platform.ts'
import type { Spoken } from './controls.ts'

/** See `Controls.caption`. */
export function caption(platform: Platform, sessionId: string, spoken: Spoken): number {
  const { streamId: stream, text, isFinal = true } = spoken
  const message = { type: 'caption', id: randomUUID(), stream, text, isFinal } as const
  const { status, body = {} } = askSession(platform, sessionId, message)
  const { reason, receivers } = body
  if (status === 200 && typeof receivers === 'number') return receivers
  throw new EmulatorError('refused', typeof reason === 'string' ? reason : 'It was refused')
}
