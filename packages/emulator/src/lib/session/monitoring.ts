import type { JsonObject } from '../wire/json.ts'
import type { Callback } from './outcome.ts'
import { ownerOf } from './owner.ts'
import type { Connection, Session, Stream } from './session.ts'

/** What session monitoring reports; the words are the platform's. */
export type MonitoringEvent =
  | 'sessionCreated'
  | 'sessionDestroyed'
  | 'connectionCreated'
  | 'connectionDestroyed'
  | 'streamCreated'
  | 'streamDestroyed'
  | 'sessionNotification'

/** Tells the owner's servers that something happened in the session; `details` say what it was. */
export function monitor(
  session: Session,
  event: MonitoringEvent,
  details: JsonObject = {},
): Callback {
  const body = { sessionId: session.id, ...ownerOf(session), event, timestamp: session.at }
  return { type: 'callback', group: 'session', body: { ...body, ...details } }
}

/** A connection as session monitoring writes it. */
export function monitoredConnection({ id, createdAt, data }: Connection): JsonObject {
  return { id, createdAt, data }
}

/** A stream as session monitoring writes it. */
export function monitoredStream(stream: Stream, owner: Connection): JsonObject {
  return {
    id: stream.id,
    connection: monitoredConnection(owner),
    createdAt: stream.createdAt,
    name: stream.attributes['name'] ?? '',
    videoType: videoTypeOf(stream),
  }
}

/** Where the picture of a stream comes from; `camera` when it has none. */
export function videoTypeOf({ channels }: Stream): 'camera' | 'screen' | 'custom' {
  const source = channels.find(({ type }) => type === 'video')?.['source']
  return source === 'screen' || source === 'custom' ? source : 'camera'
}
