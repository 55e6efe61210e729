import type { JsonObject } from '../wire/json.ts'
import { runningArchives } from './archive/archive.ts'
import { heraldArchive } from './archive/describe.ts'
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

/** What tells a client that is changing servers that a routed stream is to be had on the new one. */
export function sourceAfterMove(
  { mediaMode, server }: Session,
  stream: Stream,
): { readonly sourceStreamId?: string } {
  // A relayed stream goes on from browser to browser, so there is nothing to fetch anew.
  const isMoved = mediaMode === 'routed' && server > 1 && stream.server === server
  return isMoved ? { sourceStreamId: 'MANTIS' } : {}
}

/** Everything a client is told of the session it joins. */
export function describeSession(session: Session, joiner: Connection): JsonObject {
  // OpenTok.js learns of owners by the streams only when it is told of no connection here, not even its own.
  const visible = joiner.suppressesConnections ? [] : [...session.connections.values()]
  return {
    connection: visible.map(describeConnection),
    stream: [...session.streams.values()].flatMap((stream) => {
      const owner = session.connections.get(stream.owner)
      if (owner === undefined) return []
      return [{ ...describeStream(stream, owner), ...sourceAfterMove(session, stream) }]
    }),
    archive: runningArchives(session.archives).map(heraldArchive),
    ...(session.muteOnEntry && { mute: { active: true } }),
  }
}
