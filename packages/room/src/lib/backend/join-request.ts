import { RoomError } from '../errors/room-error.ts'
import { askBackend, type Site } from './ask-backend.ts'
import { parseCredentials, textAt, type Credentials } from './credentials.ts'
import { refusalError } from './refusal.ts'

/** Where somebody wants in, and as whom. */
export interface JoinRequest extends Site {
  readonly name?: string
  /** What a waiting room gave out the last time; the visitor's own secret. */
  readonly ticket?: string
  /** What the meeting gave out the last time: the visitor stays who they were. */
  readonly pass?: string
  /** A host has to let the visitor in first; the ticket is to be kept for the next join. */
  onWaiting(ticket: string): void
}

/** The answer to a join: come in, or wait. */
export type JoinAnswer = { readonly credentials: Credentials } | { readonly ticket: string }

/**
 * Asks the backend once: `POST {endpoint}/rooms/{room}/join`.
 *
 * Throws `RoomError` `backend-unreachable`, `backend-invalid`, `room-name-invalid` or `join-refused`.
 */
export async function askToJoin(
  request: JoinRequest,
  more: { readonly body?: object; readonly patience?: number } = {},
): Promise<JoinAnswer> {
  const { name, ticket, pass, signal } = request
  const body = {
    ...(name !== undefined && { name }),
    ...(ticket !== undefined && { ticket }),
    ...(pass !== undefined && { pass }),
    ...more.body,
  }
  const response = await askBackend(request, { path: 'join', ...more, body })
  const json: unknown = await response.json().catch(() => undefined)
  signal.throwIfAborted()
  if (!response.ok) {
    const waiting = ticketOf(response.status, json)
    if (waiting === undefined) throw refusalError(response, json)
    return { ticket: waiting }
  }
  const credentials = parseCredentials(json)
  if (!credentials) throw new RoomError('backend-invalid')
  return { credentials }
}

function ticketOf(status: number, json: unknown): string | undefined {
  if (status !== 409 || typeof json !== 'object' || json === null) return undefined
  return textAt(json, 'code') === 'waiting' ? textAt(json, 'ticket') : undefined
}
