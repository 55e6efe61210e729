import type { Raptor } from '../wire/raptor.ts'
import { clientRequests } from './requests.ts'
import type { Ask } from './requests.ts'

/** A client's request, and the session it is addressed to. */
export interface Request {
  readonly key: string
  readonly sessionId: string
  readonly ask: Ask
}

/** Reads where a Raptor message goes and what it wants; `undefined` when it names no session. */
export function readRequest(raptor: Raptor): Request | undefined {
  const [empty, version, partner, key, session, sessionId, ...path] = raptor.uri.split('/')
  if (empty !== '' || version !== 'v2' || partner !== 'partner' || session !== 'session')
    return undefined
  if (!key || !sessionId || path.includes('')) return undefined
  return { key, sessionId, ask: readAsk(raptor, path) }
}

function readAsk({ method, content }: Raptor, path: readonly string[]): Ask {
  const collections = path.filter((_, index) => index % 2 === 0)
  const ids = path.filter((_, index) => index % 2 === 1)
  if (ids.length < collections.length) return { type: 'unknown' }
  const route = `${method} ${collections.join('/')}`.trim()
  const request = Object.hasOwn(clientRequests, route) ? clientRequests[route] : undefined
  return request?.read({ ids, content }) ?? { type: 'unknown' }
}
