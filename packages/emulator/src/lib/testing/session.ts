import { handle } from '../session/handle.ts'
import type { Join, Message, Publish } from '../session/message.ts'
import type { Answer, Outcome, Push } from '../session/outcome.ts'
import type { Role } from '../session/roles.ts'
import { platform } from '../session/sender.ts'
import { emptySession } from '../session/session.ts'
import type { Session, SessionDetails } from '../session/session.ts'

const details: SessionDetails = {
  id: 'S',
  key: 'K',
  mediaMode: 'relayed',
  archiveMode: 'manual',
  e2ee: false,
  createdAt: 1000,
}

/** A session for a test, with these connections in it. */
export function sessionOf(
  roles: Readonly<Record<string, Role>>,
  differing: Partial<SessionDetails> = {},
): Session {
  return Object.entries(roles).reduce(
    (session, [id, role]) => handle(session, id, joining(role)).session,
    { ...emptySession({ ...details, ...differing }), at: 2000 },
  )
}

/** What asks to be let in with that role. */
export function joining(role: Role, differing: Partial<Join> = {}): Message {
  return {
    type: 'join',
    role,
    data: `a ${role}`,
    suppressesConnections: false,
    layoutClasses: [],
    migrates: false,
    ticket: `the token of a ${role}`,
    ...differing,
  }
}

/** What starts a stream with a camera and a microphone. */
export function publishing(stream: string): Publish {
  const channel = [
    { id: 'video1', type: 'video', active: true, width: 640, height: 480 },
    { id: 'audio1', type: 'audio', active: true },
  ]
  return { type: 'publish', stream, content: { id: stream, name: stream, channel } }
}

/** The session after these messages, each of which must be accepted. */
export function after(
  session: Session,
  ...messages: readonly (readonly [from: string, message: Message])[]
): Session {
  return messages.reduce((current, [from, message]) => {
    const outcome = handle(current, from, message)
    const { status, body } = answerOf(outcome)
    if (status !== 200) throw new Error(`${message.type} was refused: ${JSON.stringify(body)}`)
    return withMedia(outcome).session
  }, session)
}

/** What comes of a message when media flows at once. */
export function withMedia(outcome: Outcome): Outcome {
  return outcome.effects.reduce<Outcome>((sofar, effect) => {
    if (effect.type !== 'media' || effect.command.type !== 'open-publisher') return sofar
    const { leg } = effect.command
    const message: Message = { type: 'media', event: { type: 'connected', leg } }
    const connected = handle(sofar.session, platform, message)
    const consequences = connected.effects.filter(({ type }) => type !== 'answer')
    return { session: connected.session, effects: [...sofar.effects, ...consequences] }
  }, outcome)
}

/** The one answer of an outcome. */
export function answerOf({ effects }: Outcome): Answer {
  const [answer, ...others] = effects.filter((effect) => effect.type === 'answer')
  if (answer === undefined || others.length > 0) throw new Error('there is not exactly one answer')
  return answer
}

/** The pushes of an outcome as short lines: `receiver: method path reason content`. */
export function linesOf({ effects }: Outcome): readonly string[] {
  return pushesOf(effects).map(({ to, message: { method, uri, reason, content } }) => {
    const path = uri.replace('/v2/partner/K/session/S', '') || '/'
    const shown = Object.keys(content).length === 0 ? '' : JSON.stringify(content)
    return [`${to}: ${method} ${path}`, reason, shown].filter(Boolean).join(' ')
  })
}

export function pushesOf(effects: Outcome['effects']): readonly Push[] {
  return effects.filter((effect) => effect.type === 'push')
}
