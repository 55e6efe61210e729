import { randomUUID } from 'node:crypto'
import { EmulatorError } from '../error.ts'
import { askSession } from '../platform/ask.ts'
import type { Platform } from '../platform/platform.ts'
import type { Message } from '../session/message.ts'
import type { AddedParticipant, ParticipantOptions } from './controls.ts'

/** What can be heard as a tone, in hertz. */
export const audibleHertz = { least: 50, most: 7000 }
const usualHertz = 440

/** See `Controls.addParticipant`. */
export function addParticipant(
  platform: Platform,
  sessionId: string,
  options: ParticipantOptions,
): AddedParticipant {
  const { name = 'Somebody', data = JSON.stringify({ name }), colour, hertz = usualHertz } = options
  if (!(hertz >= audibleHertz.least && hertz <= audibleHertz.most)) {
    const range = `${audibleHertz.least} to ${audibleHertz.most}`
    throw new EmulatorError('bad-option', `hertz must be ${range}, which can be heard`)
  }
  const [id, stream] = [randomUUID(), randomUUID()]
  const asked = { type: 'add-participant', id, stream, name, data, hertz } as const
  ask(platform, sessionId, { ...asked, ...(colour && { colour }) })
  return {
    connectionId: id,
    streamId: stream,
    leave: () => void askSession(platform, sessionId, { type: 'remove-participant', id }),
  }
}

/** See `Controls.removeParticipant`. */
export function removeParticipant(platform: Platform, sessionId: string, id: string): void {
  ask(platform, sessionId, { type: 'remove-participant', id })
}

function ask(platform: Platform, sessionId: string, message: Message): void {
  const { status, body } = askSession(platform, sessionId, message)
  if (status === 200) return
  const reason = body?.['reason']
  throw new EmulatorError('refused', typeof reason === 'string' ? reason : 'It was refused')
}
