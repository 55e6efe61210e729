import type { Json } from '../wire/json.ts'
import { isJsonObject } from '../wire/json.ts'
import { addressIn } from './address.ts'
import { drop, put } from './collection.ts'
import { describeStream, sourceAfterMove } from './describe.ts'
import type { Act } from './guest/act.ts'
import type { Publish } from './message.ts'
import { monitor, monitoredStream } from './monitoring.ts'
import { accept, pushAll, refuse } from './outcome.ts'
import type { Effect, Outcome } from './outcome.ts'
import { closeSources, latestSource, openSource, sourceOn } from './routed/source.ts'
import { closeLegs } from './routed/subscription.ts'
import { allows } from './sender.ts'
import type { Channel, Connection, Session, Stream } from './session.ts'

/** Starts a stream; its publisher is told like everybody else, which completes publishing. */
export function publish(session: Session, from: string, message: Publish): Outcome {
  const owner = session.connections.get(from)
  if (owner === undefined || !allows(session, from, 'publish')) {
    return refuse(session, 403, 'The role of this token does not allow publishing')
  }
  const known = findStream(session, message.stream)
  if (known !== undefined) return announceAgain(session, owner, known)
  if (session.streams.size + session.unannounced.size >= session.limits.streams) {
    return refuse(session, 409, 'streamLimitExceeded')
  }
  if (session.e2ee && message.content['e2ee'] !== true) {
    return refuse(session, 405, 'IncompatibleEncryptionSettings')
  }
  const { channel, ...attributes } = message.content
  const channels = readChannels(channel)
  if (channels === undefined) {
    return refuse(session, 400, 'The channels of a stream are a list of objects with an id')
  }
  const stream: Stream = {
    id: message.stream,
    owner: from,
    createdAt: session.at,
    attributes,
    channels,
    server: session.server,
    sources: [],
    layoutClasses: owner.layoutClasses,
  }
  if (session.mediaMode === 'relayed') return announceStream(session, stream)
  const { act } = message
  return act === undefined ? awaitMedia(session, stream) : playOwn(session, stream, act)
}

/** What the platform itself plays is there at once. */
function playOwn(session: Session, silent: Stream, act: Act): Outcome {
  const source = { ...sourceOn(silent.id, session.server), act }
  const stream = { ...silent, sources: [source] }
  const outcome = announceStream(session, stream)
  return { ...outcome, effects: [...outcome.effects, ...openSource(session, stream, source)] }
}

/** A routed stream is there only when its media is. */
function awaitMedia(session: Session, unsent: Stream): Outcome {
  const source = sourceOn(unsent.id, session.server)
  const stream = { ...unsent, sources: [source] }
  const next = { ...session, unannounced: put(session.unannounced, stream) }
  return accept(next, ...openSource(next, stream, source))
}

/** Tells everybody of a stream; for its publisher that completes publishing. */
export function announceStream(session: Session, stream: Stream): Outcome {
  const owner = session.connections.get(stream.owner)
  if (owner === undefined) return accept(session)
  const unannounced = drop(session.unannounced, ({ id }) => id === stream.id)
  return accept(
    { ...session, unannounced, streams: put(session.streams, stream) },
    ...pushAll(session.connections.values(), owner.id, {
      method: 'created',
      uri: addressIn(session, 'stream', stream.id),
      content: describeStream(stream, owner),
    }),
    monitor(session, 'streamCreated', { stream: monitoredStream(stream, owner) }),
  )
}

/** The stream of that id, also when only its publisher knows of it yet. */
export function findStream({ streams, unannounced }: Session, id: string): Stream | undefined {
  return streams.get(id) ?? unannounced.get(id)
}

/**
 * OpenTok.js announces its streams again after a server rotation, also those of other sessions of the page;
 * what it says of their channels then is old.
 */
function announceAgain(session: Session, owner: Connection, known: Stream): Outcome {
  if (known.owner !== owner.id) {
    return refuse(session, 409, `The stream id ${known.id} is already in use`)
  }
  if (known.server === session.server) return accept(session)
  if (session.mediaMode === 'relayed') return announceMoved(session, known)
  if (latestSource(known).server === session.server) return accept(session)
  const source = sourceOn(known.id, session.server)
  const stream = { ...known, sources: [...known.sources, source] }
  const isUnannounced = session.unannounced.has(known.id)
  const next = isUnannounced
    ? { ...session, unannounced: put(session.unannounced, stream) }
    : { ...session, streams: put(session.streams, stream) }
  return accept(next, ...openSource(next, stream, source))
}

/** Those who have moved to another server with a stream can fetch it there. */
export function announceMoved(session: Session, known: Stream): Outcome {
  const owner = session.connections.get(known.owner)
  if (owner === undefined) return accept(session)
  const stream = { ...known, server: session.server }
  const next = { ...session, streams: put(session.streams, stream) }
  const source = sourceAfterMove(next, stream)
  if (source.sourceStreamId === undefined) return accept(next)
  const there = [...session.connections.values()].filter(
    ({ id, server }) => server === session.server && id !== owner.id,
  )
  return accept(
    next,
    ...pushAll(there, owner.id, {
      method: 'created',
      uri: addressIn(session, 'stream', stream.id),
      content: { ...describeStream(stream, owner), ...source },
    }),
  )
}

/** Ends a stream: for its publisher at will, for a moderator by force. */
export function unpublish(session: Session, from: string, streamId: string): Outcome {
  const stream = findStream(session, streamId)
  const owner = session.connections.get(stream?.owner ?? '')
  if (stream === undefined || owner === undefined) {
    return refuse(session, 404, 'There is no such stream')
  }
  const own = stream.owner === from
  if (!own && !allows(session, from, 'forceunpublish')) {
    return refuse(session, 403, 'Only a moderator may end the stream of somebody else')
  }
  const reason = own ? 'clientDisconnected' : 'forceUnpublished'
  const outcome = removeStream(session, stream, { owner, from, reason })
  return accept(outcome.session, ...outcome.effects)
}

interface Removal {
  readonly owner: Connection
  /** In whose name others are told. */
  readonly from: string
  readonly reason: string
}

/** Takes a stream and its subscriptions out of the session and tells everybody who is in it. */
export function removeStream(session: Session, stream: Stream, removal: Removal): Outcome {
  return {
    session: {
      ...session,
      streams: drop(session.streams, ({ id }) => id === stream.id),
      unannounced: drop(session.unannounced, ({ id }) => id === stream.id),
      subscriptions: drop(session.subscriptions, (held) => held.stream === stream.id),
    },
    effects: [
      ...closeMedia(session, stream),
      ...(session.unannounced.has(stream.id) ? [] : obituary(session, stream, removal)),
    ],
  }
}

function obituary(
  session: Session,
  stream: Stream,
  { owner, from, reason }: Removal,
): readonly Effect[] {
  return [
    ...pushAll(session.connections.values(), from, {
      method: 'deleted',
      uri: addressIn(session, 'stream', stream.id),
      content: {},
      reason,
    }),
    monitor(session, 'streamDestroyed', { stream: monitoredStream(stream, owner), reason }),
  ]
}

/** Ends what the media router does for a stream. */
function closeMedia(session: Session, stream: Stream): readonly Effect[] {
  if (session.mediaMode === 'relayed') return []
  const watching = [...session.subscriptions.values()].filter((held) => held.stream === stream.id)
  return [...watching.flatMap(({ legs }) => closeLegs(legs)), ...closeSources(stream.sources)]
}

function readChannels(value: Json | undefined): readonly Channel[] | undefined {
  if (!Array.isArray(value)) return undefined
  const channels = (value as readonly Json[]).filter(isChannel)
  return channels.length === value.length ? channels : undefined
}

function isChannel(value: Json): value is Channel {
  return isJsonObject(value) && typeof value['id'] === 'string'
}
