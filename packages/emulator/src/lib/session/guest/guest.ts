import type { JsonObject } from '../../wire/json.ts'
import { join } from '../join.ts'
import { depart } from '../leave.ts'
import { accept } from '../outcome.ts'
import type { Answer, Outcome } from '../outcome.ts'
import type { Role } from '../roles.ts'
import type { Session } from '../session.ts'
import type { Act } from './act.ts'
import { publish } from '../streams.ts'

/**
 * A participant that the platform itself brings into a session: a phone, a rendered page, an audio connector,
 * somebody to test with. Everybody sees it as a client like others.
 */
export interface Guest {
  readonly connection: string
  /** What its token entitles it to. */
  readonly role: Role
  readonly data: string
  readonly layoutClasses: readonly string[]
}

/** What a guest publishes. */
export interface GuestStream {
  readonly id: string
  readonly name: string
  readonly channel: readonly JsonObject[]
  /** What is to be seen and heard of it. */
  readonly act: Act
}

export const voice = { id: 'audio1', type: 'audio', active: true } as const satisfies JsonObject

export function picture(size: { readonly width: number; readonly height: number }): JsonObject {
  const shown = { ...size, orientation: 0, fitMode: 'cover' }
  return { id: 'video1', type: 'video', active: true, source: 'custom', ...shown }
}

/** Lets a guest in; nothing has changed when the answer is a refusal. */
export function admitGuest(session: Session, { connection, ...entry }: Guest): Outcome {
  const migrates = { migrates: true, suppressesConnections: false, ticket: connection }
  const outcome = join(session, connection, { type: 'join', ...entry, ...migrates })
  return isRefusal(outcome) ? outcome : accept(outcome.session, ...consequences(outcome))
}

/** Lets a guest publish; nothing has changed when the answer is a refusal. */
export function publishAsGuest(session: Session, connection: string, stream: GuestStream): Outcome {
  const { id, name, channel, act } = stream
  const content = { id, name, channel, customProperties: {}, e2ee: session.e2ee }
  return publish(session, connection, { type: 'publish', stream: id, content, act })
}

/** Takes a guest out, if it is still there. */
export function dismissGuest(session: Session, connection: string): Outcome {
  const guest = session.connections.get(connection)
  if (guest === undefined) return { session, effects: [] }
  const left = depart(session, guest, 'clientDisconnected')
  return { ...left, effects: [...left.effects, { type: 'hang-up', connection }] }
}

export function isRefusal({ effects }: Outcome): boolean {
  return (answerOf(effects)?.status ?? 200) >= 300
}

/** What follows from an outcome beside its answer. */
export function consequences({ effects }: Outcome): Outcome['effects'] {
  return effects.filter(({ type }) => type !== 'answer')
}

function answerOf(effects: Outcome['effects']): Answer | undefined {
  return effects.find((effect) => effect.type === 'answer')
}
