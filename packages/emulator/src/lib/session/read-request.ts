import type { JsonObject } from '../wire/json.ts'
import type { Raptor } from '../wire/raptor.ts'
import type { Message } from './message.ts'

/** A client's request, and the session it is addressed to. */
export interface Request {
  readonly key: string
  readonly sessionId: string
  readonly ask: Ask
}

/** What a request asks for: to be let in, something of the session, or something unknown here. */
export type Ask =
  | { readonly type: 'enter'; readonly connectionId: string; readonly content: JsonObject }
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'unknown' }

/** Reads where a Raptor message goes and what it wants; `undefined` when it names no session. */
export function readRequest(raptor: Raptor, at: number): Request | undefined {
  const [empty, version, partner, key, session, sessionId, ...path] = raptor.uri.split('/')
  if (empty !== '' || version !== 'v2' || partner !== 'partner' || session !== 'session')
    return undefined
  if (!key || !sessionId || path.includes('')) return undefined
  return { key, sessionId, ask: readAsk(raptor, path, at) }
}

function readAsk(raptor: Raptor, path: readonly string[], at: number): Ask {
  const { method, content } = raptor
  if (path.length % 2 === 1) return { type: 'unknown' }
  const [id = '', , inner = '', , leaf = ''] = path.slice(1)
  // The collections in the path, and the verb, are the route: `create stream/subscriber`.
  const route = [method, path.filter((_, index) => index % 2 === 0).join('/')].join(' ').trim()

  switch (route) {
    case 'create connection':
      return { type: 'enter', connectionId: id, content }
    case 'delete connection':
      return asking({ type: 'force-disconnect', connection: id })
    case 'create stream':
      return asking({ type: 'publish', stream: id, content, at })
    case 'delete stream':
      return asking({ type: 'unpublish', stream: id })
    case 'update stream':
      return asking({ type: 'mute-stream', stream: id })
    case 'update stream/channel':
      return asking({ type: 'update-channel', stream: id, channel: inner, content })
    case 'data stream/channel/data':
      return asking({ type: 'sender-stats', stream: id, channel: inner, id: leaf, content })
    case 'create stream/subscriber':
      return asking({ type: 'subscribe', stream: id, subscription: inner })
    case 'delete stream/subscriber':
      return asking({ type: 'unsubscribe', stream: id, subscription: inner })
    case 'update stream/subscriber/channel':
      return asking({ type: 'update-subscription', stream: id, subscription: inner })
    case 'offer stream/subscriber':
    case 'answer stream/subscriber':
    case 'candidate stream/subscriber': {
      const step = method as 'offer' | 'answer' | 'candidate'
      return asking({ type: 'negotiate', step, stream: id, subscription: inner, content })
    }
    case 'signal signal':
      return asking({ type: 'signal', id, content })
    case 'signal connection/signal':
      return asking({ type: 'signal', id: inner, connection: id, content })
    case 'update':
      return asking(readMute(content))
    default:
      return { type: 'unknown' }
  }
}

function asking(message: Message): Ask {
  return { type: 'message', message }
}

function readMute({ active, exclusion }: JsonObject): Message {
  const excluded = Array.isArray(exclusion) ? exclusion : []
  return {
    type: 'mute-session',
    active: active === true,
    excludedStreams: excluded.filter((id) => typeof id === 'string'),
  }
}
