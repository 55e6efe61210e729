import { timeoutSignal } from '../async/timeout-signal.ts'
import { anySignal } from '../async/any-signal.ts'
import { RoomError } from '../errors/room-error.ts'

/** How long the backend may take, in milliseconds. */
const usualPatience = 15_000
const probePatience = 5000

/** A room at a backend. */
export interface Site {
  readonly endpoint: string
  readonly room: string
  readonly fetch: typeof fetch
  readonly signal: AbortSignal
}

/** What is asked of it. */
export interface Question {
  /** Below the room's address, for example `join`. */
  readonly path: string
  /** Makes it a POST. */
  readonly body?: object
  /** In milliseconds; default: 15 seconds. */
  readonly patience?: number
}

/** Asks `{endpoint}/rooms/{room}/{path}`; throws `RoomError` `backend-unreachable` or the signal's reason. */
export async function askBackend(
  { endpoint, room, fetch, signal }: Site,
  { path, body, patience = usualPatience }: Question,
): Promise<Response> {
  const url = roomUrl(endpoint, room, path)
  try {
    return await fetch(url, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      signal: anySignal([signal, timeoutSignal(patience)]),
    })
  } catch (cause) {
    signal.throwIfAborted()
    const isClosed = cause instanceof TypeError && (await answersOthers(url, signal))
    throw new RoomError(isClosed ? 'page-not-allowed' : 'backend-unreachable', { cause })
  }
}

/**
 * Whether a backend of another origin is there after all. A browser does not tell a page why it may not read an answer, but
 * it tells that there was one, where the page does not want to read it.
 */
async function answersOthers(url: URL, signal: AbortSignal): Promise<boolean> {
  const page = globalThis.location?.origin
  if (page === undefined || url.origin === page) return false
  try {
    const limits = anySignal([signal, timeoutSignal(probePatience)])
    // The same address, which some blocker may keep from every page.
    await globalThis.fetch(url, { mode: 'no-cors', credentials: 'omit', signal: limits })
    return true
  } catch {
    signal.throwIfAborted()
    return false
  }
}

/**
 * The address of something in a room; an endpoint without a host is relative to the page. A backend whose addresses do not
 * end with the path, for example `/index.php?route={path}`, says with `{path}` where it goes.
 */
export function roomUrl(endpoint: string, room: string, path: string): URL {
  const inside = `rooms/${encodeURIComponent(room)}/${path}`
  const page = globalThis.document?.baseURI
  if (endpoint.includes('{path}'))
    return new URL(
      endpoint.replace('{path}', () => inside),
      page,
    )
  const base = new URL(endpoint, page)
  const folder = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`
  return new URL(`${folder}${inside}${base.search}`, base)
}
