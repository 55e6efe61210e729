import { updateChannel } from '../channels.ts'
import type { Effect, Outcome } from '../outcome.ts'
import type { Session } from '../session.ts'
import { voice } from './guest.ts'

interface Voice {
  readonly connection: string
  readonly stream: string
}

/** Whether a moderator or a server has just muted what a guest says; a client would hear of it by this. */
export function isForcedMute(happened: readonly Effect[], { connection, stream }: Voice): boolean {
  return happened.some(
    (effect) =>
      effect.type === 'push' &&
      effect.to === connection &&
      effect.message.uri.endsWith(`/stream/${stream}`) &&
      effect.message.content['reason'] === 'mute',
  )
}

/** Does what a client does then: its microphone is off, and everybody is told. */
export function muteVoice(session: Session, { connection, stream }: Voice): Outcome {
  const change = { type: 'update-channel', stream, channel: voice.id } as const
  return updateChannel(session, connection, { ...change, content: { active: false } })
}
