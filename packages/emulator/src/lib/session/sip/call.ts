import type { JsonObject } from '../../wire/json.ts'
import type { GuestStream, Guest } from '../guest/guest.ts'
import type { Callback } from '../outcome.ts'
import { ownerOf } from '../owner.ts'
import type { Session } from '../session.ts'

/** A telephone call into a session. How to reach the far end is not kept, because it may hold a password. */
export interface Call {
  readonly id: string
  readonly connection: string
  readonly stream: string
  readonly state: CallState
  /** Whether the far end lets itself be muted by force. */
  readonly observesForceMute: boolean
  /** The SIP status the far end refuses with; it answers when absent. */
  readonly refusal?: number
  /** The tones that were played, with `p` for pauses. */
  readonly digits: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  /** When `state` began, in milliseconds since the epoch. */
  readonly updatedAt: number
  /** When the last other participant left, in milliseconds since the epoch; absent while somebody is there. */
  readonly aloneSince?: number
}

export type CallState = 'DIALING' | 'RINGING' | 'ACTIVE'

export type CallMessage = Dial | PlayDigits

export interface Dial {
  readonly type: 'dial'
  readonly id: string
  readonly guest: Guest
  readonly stream: GuestStream
  readonly observesForceMute: boolean
  readonly refusal?: number
}

export interface PlayDigits {
  readonly type: 'play-digits'
  readonly digits: string
  /** The call's connection; every call of the session when absent. */
  readonly connection?: string
}

/** A call as the REST API answers it. */
export function describeCall(session: Session, call: Call): JsonObject {
  const { id, connection, stream, createdAt, updatedAt } = call
  const ids = { id, connectionId: connection, streamId: stream }
  return { ...ids, ...ownerOf(session), sessionId: session.id, createdAt, updatedAt }
}

/** Tells the owner's servers of a call. */
export function callCallback(
  session: Session,
  { id, connection, createdAt }: Call,
  { event, ...details }: JsonObject,
): Callback {
  const about = { sessionId: session.id, ...ownerOf(session), timestamp: session.at }
  const call = { id, connectionId: connection, createdAt }
  const body = { ...about, event: event ?? '', call, ...details }
  return { type: 'callback', group: 'sip', body }
}
