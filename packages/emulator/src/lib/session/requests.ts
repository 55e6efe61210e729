import type { Supported } from '../support.ts'
import type { JsonObject } from '../wire/json.ts'
import { readWants } from './routed/wants.ts'
import type { Message, Negotiate } from './message.ts'

/** What a request asks for: to be let in, something of the session, or something unknown here. */
export type Ask =
  | { readonly type: 'enter'; readonly connectionId: string; readonly content: JsonObject }
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'unknown' }

/** The address and the content of a request. */
interface Asked {
  /** The ids in the address, from the outside in. */
  readonly ids: readonly string[]
  readonly content: JsonObject
}

interface ClientRequest extends Supported {
  /** What a user calls it. */
  readonly name: string
  readonly read: (asked: Asked) => Ask
}

/** Every request of a client, by its verb and the collections in its address. */
export const clientRequests: Readonly<Record<string, ClientRequest>> = {
  'create connection': {
    name: 'join',
    support: 'full',
    read: ({ ids: [connectionId = ''], content }) => ({ type: 'enter', connectionId, content }),
  },
  'delete connection': {
    name: 'force disconnect',
    support: 'full',
    read: ({ ids: [connection = ''] }) => asking({ type: 'force-disconnect', connection }),
  },
  'create stream': {
    name: 'publish',
    support: 'full',
    read: ({ ids: [stream = ''], content }) => asking({ type: 'publish', stream, content }),
  },
  'delete stream': {
    name: 'unpublish, force unpublish',
    support: 'full',
    read: ({ ids: [stream = ''] }) => asking({ type: 'unpublish', stream }),
  },
  'update stream': {
    name: 'force mute of one stream',
    support: 'full',
    read: ({ ids: [stream = ''] }) => asking({ type: 'mute-stream', stream }),
  },
  'update stream/channel': {
    name: 'mute, camera on and off, size; audio fallback of a publisher for one subscriber',
    support: 'full',
    read: ({ ids: [stream = '', channel = ''], content }) =>
      asking({ type: 'update-channel', stream, channel, content }),
  },
  'data stream/channel/data': {
    name: 'sender statistics',
    support: 'full',
    read: ({ ids: [stream = '', channel = '', id = ''], content }) =>
      asking({ type: 'sender-stats', stream, channel, id, content }),
  },
  'create stream/subscriber': {
    name: 'subscribe, also to oneself (`testNetwork`)',
    support: 'full',
    read: ({ ids: [stream = '', subscription = ''], content }) => {
      const encrypted = content['e2ee'] === true
      const wants = readWants(content['channel'])
      return asking({ type: 'subscribe', stream, subscription, encrypted, wants })
    },
  },
  'delete stream/subscriber': {
    name: 'unsubscribe',
    support: 'full',
    read: ({ ids: [stream = '', subscription = ''] }) =>
      asking({ type: 'unsubscribe', stream, subscription }),
  },
  'update stream/subscriber/channel': {
    name: 'captions on and off, preferred resolution and frame rate, restricted frame rate',
    support: 'full',
    note: 'in relayed sessions only captions, as on the platform',
    read: ({ ids: [stream = '', subscription = '', channel = ''], content }) =>
      asking({ type: 'update-subscription', stream, subscription, channel, content }),
  },
  'offer stream': publisherNegotiation('offer'),
  'candidate stream': publisherNegotiation('candidate'),
  'offer stream/subscriber': negotiation('offer'),
  'answer stream/subscriber': negotiation('answer'),
  'candidate stream/subscriber': negotiation('candidate'),
  'migrate migrate': {
    name: 'server rotation',
    support: '501',
    note: 'a private test hook of OpenTok.js; REST asks for a rotation',
    read: () => ({ type: 'unknown' }),
  },
  'signal signal': {
    name: 'signal to everybody',
    support: 'full',
    read: ({ ids: [id = ''], content }) => asking({ type: 'signal', id, content }),
  },
  'signal connection/signal': {
    name: 'signal to one connection',
    support: 'full',
    read: ({ ids: [connection = '', id = ''], content }) =>
      asking({ type: 'signal', id, connection, content }),
  },
  update: {
    name: 'force mute of everybody and its end, mute on entry',
    support: 'full',
    read: ({ content }) => asking(readMute(content)),
  },
}

function negotiation(step: Negotiate['step']): ClientRequest {
  return {
    name: `${step} of a peer connection`,
    support: 'full',
    read: ({ ids: [stream = '', subscription = ''], content }) =>
      asking({ type: 'negotiate', step, stream, subscription, content }),
  }
}

function publisherNegotiation(step: Negotiate['step']): ClientRequest {
  return {
    name: `${step} of the publisher in a routed session`,
    support: 'full',
    read: ({ ids: [stream = ''], content }) => asking({ type: 'negotiate', step, stream, content }),
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
