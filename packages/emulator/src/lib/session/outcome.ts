import type { MediaCommand } from '../media/command.ts'
import type { JsonObject } from '../wire/json.ts'
import type { Raptor } from '../wire/raptor.ts'
import type { BoothCommand } from './booth/command.ts'
import type { FilmCommand } from './film/command.ts'
import type { Session } from './session.ts'

/** Something the shell has to do, in order. */
export type Effect = Answer | Push | HangUp | Callback | MediaEffect | FilmEffect | BoothEffect

/** Tells the sender of the message how it went. */
export interface Answer {
  readonly type: 'answer'
  /** In the manner of HTTP: 2xx is success. */
  readonly status: number
  readonly body?: JsonObject
}

/** Sends a message to one connection, in the name of another. */
export interface Push {
  readonly type: 'push'
  readonly to: string
  readonly from: string
  readonly message: Raptor
}

/** Ends the socket of a connection that no longer belongs to the session. */
export interface HangUp {
  readonly type: 'hang-up'
  readonly connection: string
}

/** Tells the owner's servers what happened, at the address registered for the group. */
export interface Callback {
  readonly type: 'callback'
  readonly group: CallbackGroup
  readonly body: JsonObject
  /** The address given when what this is about was started, in place of a registered one. */
  readonly url?: string
}

/** Asks something of the media router. */
export interface MediaEffect {
  readonly type: 'media'
  readonly command: MediaCommand
}

/** Asks something of who films the session. */
export interface FilmEffect {
  readonly type: 'film'
  readonly command: FilmCommand
}

/** Asks something of who hears and plays for the platform itself. */
export interface BoothEffect {
  readonly type: 'booth'
  readonly command: BoothCommand
}

/** The kinds of callbacks; each has an address of its own. */
export type CallbackGroup = 'session' | 'archive' | 'broadcast' | 'sip' | 'render' | 'captions'

/** The session after a message, and what follows from it. */
export interface Outcome {
  readonly session: Session
  readonly effects: readonly Effect[]
}

/** The message was accepted. */
export function accept(session: Session, ...effects: readonly Effect[]): Outcome {
  return { session, effects: [{ type: 'answer', status: 200 }, ...effects] }
}

/** The message was accepted, and this is what came of it. */
export function answer(session: Session, body: JsonObject, ...effects: readonly Effect[]): Outcome {
  return { session, effects: [{ type: 'answer', status: 200, body }, ...effects] }
}

/** The message was refused and changed nothing; `reason` is what the client reports. */
export function refuse(
  session: Session,
  status: number,
  reason: string,
  /** The platform's number for it. */
  code?: number,
): Outcome {
  const body = { reason, ...(code !== undefined && { code }) }
  return { session, effects: [{ type: 'answer', status, body }] }
}

/** The same message for each of these connections. */
export function pushAll(
  receivers: Iterable<{ readonly id: string }>,
  from: string,
  message: Raptor,
): readonly Push[] {
  return Array.from(receivers, ({ id }) => ({ type: 'push', to: id, from, message }))
}
