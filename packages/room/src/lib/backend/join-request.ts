import { RoomError, type Refusal } from '../errors/room-error.ts'
import { parseCredentials, textAt, type Credentials } from './credentials.ts'

/** How long the backend may take, in milliseconds. */
const patience = 15_000

/** Whom to ask and as whom. */
export interface JoinRequest {
  readonly endpoint: string
  readonly room: string
  readonly name?: string
  readonly fetch: typeof fetch
  readonly signal: AbortSignal
}

/**
 * Asks the backend for credentials: `POST {endpoint}/rooms/{room}/join`.
 *
 * Throws `RoomError` `backend-unreachable`, `backend-invalid`, `room-name-invalid` or `join-refused`.
 */
export async function requestCredentials(request: JoinRequest): Promise<Credentials> {
  const response = await send(request)
  const json: unknown = await response.json().catch(() => undefined)
  request.signal.throwIfAborted()
  if (!response.ok) throw refusalError(response.status, json)
  const credentials = parseCredentials(json)
  if (!credentials) throw new RoomError('backend-invalid')
  return credentials
}

/** The address of a room's join request; an endpoint without a host is relative to the page. */
export function joinUrl(endpoint: string, room: string): URL {
  const base = new URL(endpoint, globalThis.document?.baseURI)
  const folder = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`
  return new URL(`${folder}rooms/${encodeURIComponent(room)}/join${base.search}`, base)
}

async function send(request: JoinRequest): Promise<Response> {
  const { endpoint, room, name, signal } = request
  // A bare call: the browser's fetch refuses to run as a method of another object.
  const { fetch } = request
  try {
    return await fetch(joinUrl(endpoint, room), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(name === undefined ? {} : { name }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
  } catch (cause) {
    signal.throwIfAborted()
    throw new RoomError('backend-unreachable', { cause })
  }
}

/** The error for an answer that is not a success. */
export function refusalError(status: number, json: unknown): RoomError {
  const problem = typeof json === 'object' && json !== null ? json : {}
  const detail = textAt(problem, 'detail')
  const refusal: Refusal = {
    status,
    code: textAt(problem, 'code') ?? `http-${status}`,
    ...(detail !== undefined && { detail }),
  }
  const code = refusal.code === 'room-name-invalid' ? 'room-name-invalid' : 'join-refused'
  return new RoomError(code, { refusal })
}
