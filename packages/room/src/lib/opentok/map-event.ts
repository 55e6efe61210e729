import { RoomError } from '../errors/room-error.ts'
import type { ReceivedSignal } from '../platform/signal.ts'
import type { Arrival, Stream } from '../state/participant.ts'
import type { PlatformEvent } from '../state/room-event.ts'
import type { Departure } from '../state/room-state.ts'
import { participantName, shownName, visitorId } from './connection-data.ts'

/** The part of an OpenTok connection that counts here. */
export interface ConnectionLike {
  readonly connectionId: string
  readonly data: string
}

/** The part of an OpenTok stream that counts here. */
export interface StreamLike {
  readonly streamId: string
  readonly connection: ConnectionLike
  readonly hasAudio: boolean
  readonly hasVideo: boolean
  readonly videoType?: string | undefined
  readonly initials?: string | undefined
  /** What a client calls its stream; only clients that are not of this product say who they are by it alone. */
  readonly name?: string | undefined
}

/** Who a connection is. */
export function arrivalOf(connection: ConnectionLike): Arrival {
  const { connectionId: id, data } = connection
  const visitor = visitorId(data)
  return { id, name: participantName(data), ...(visitor !== undefined && { visitor }) }
}

/** Who publishes a stream: a connection whose token names nobody is called as its stream is. */
function publisherOf({ connection, name }: StreamLike): Arrival {
  const arrival = arrivalOf(connection)
  return arrival.name === undefined ? { ...arrival, name: shownName(name) } : arrival
}

/** A new stream, before it has an element. */
export function streamOf(stream: StreamLike): Stream {
  return {
    id: stream.streamId,
    kind: isScreen(stream) ? 'screen' : 'camera',
    hasAudio: stream.hasAudio,
    hasVideo: stream.hasVideo,
    media: 'waiting',
    link: 'fine',
  }
}

/**
 * What a screen that a room shares has for initials, which the stream carries to everybody: with its tab's sound it is made
 * of tracks of our own, which OpenTok.js calls `custom` like any other picture that a page has made.
 */
export const screenInitials = '\u{1F5A5}'

function isScreen({ videoType, initials }: StreamLike): boolean {
  return videoType === 'screen' || (videoType === 'custom' && initials === screenInitials)
}

/** The event of a new stream. */
export function streamAdded(stream: StreamLike): PlatformEvent {
  return {
    type: 'stream-added',
    participant: publisherOf(stream),
    stream: streamOf(stream),
  }
}

/** The event of `streamPropertyChanged`; nothing for the properties a room does not show. */
export function streamChanged(event: {
  readonly stream: { readonly streamId: string }
  readonly changedProperty: string
  readonly newValue: unknown
}): PlatformEvent | undefined {
  const { changedProperty, newValue } = event
  if (changedProperty !== 'hasAudio' && changedProperty !== 'hasVideo') return undefined
  return {
    type: 'stream-changed',
    id: event.stream.streamId,
    change: { [changedProperty]: newValue === true },
  }
}

/** How a stay ended, from the reason of `sessionDisconnected`. */
export function departureOf(reason: string): Departure {
  switch (reason) {
    case 'clientDisconnected':
      return { reason: 'self' }
    case 'forceDisconnected':
      return { reason: 'removed', error: new RoomError('removed') }
    default:
      return { reason: 'network-lost', error: new RoomError('network-lost') }
  }
}

/** A signal as it came; OpenTok.js puts `signal:` before the type. */
export function signalOf(event: {
  readonly type?: string | undefined
  readonly data?: unknown
  readonly from?: { readonly connectionId: string } | null | undefined
}): ReceivedSignal {
  return {
    type: (event.type ?? '').replace(/^signal:?/, ''),
    data: typeof event.data === 'string' ? event.data : '',
    from: event.from?.connectionId,
  }
}
