import type { JsonObject } from '../wire/json.ts'
import { permissionsOf } from './roles.ts'
import type { Connection, Session, Stream } from './session.ts'

/** A connection as clients are told of it. */
export function describeConnection(connection: Connection): JsonObject {
  return {
    id: connection.id,
    creationTime: connection.createdAt,
    data: connection.data,
    permissions: permissionsOf(connection.role),
    // The misspelling is the client's own.
    capablities: {},
  }
}

/** A stream as clients are told of it, with its current properties and its publisher. */
export function describeStream(stream: Stream, owner: Connection): JsonObject {
  return {
    ...stream.attributes,
    id: stream.id,
    creationTime: stream.createdAt,
    connection: describeConnection(owner),
    channel: stream.channels,
  }
}

/** Everything a client is told of the session it joins. */
export function describeSession(session: Session, joiner: Connection): JsonObject {
  const visible = joiner.suppressesConnections ? [joiner] : [...session.connections.values()]
  return {
    connection: visible.map(describeConnection),
    stream: [...session.streams.values()].flatMap((stream) => {
      const owner = session.connections.get(stream.owner)
      return owner === undefined ? [] : [describeStream(stream, owner)]
    }),
    archive: [],
    ...(session.muteOnEntry && { mute: { active: true } }),
  }
}
