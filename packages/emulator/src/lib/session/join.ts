import { unimpaired } from '../media/impairment.ts'
import { addressIn } from './address.ts'
import { put } from './collection.ts'
import { describeConnection, describeSession } from './describe.ts'
import type { Join } from './message.ts'
import { monitor, monitoredConnection } from './monitoring.ts'
import { pushAll, refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { platform } from './sender.ts'
import type { Connection, Session } from './session.ts'

/** Lets a connection in: it learns what is there, and everybody, itself included, learns of it. */
export function join(session: Session, from: string, message: Join): Outcome {
  if (from === platform) return refuse(session, 400, 'A connection needs an id')
  const seated = session.connections.get(from)
  if (seated !== undefined) return move(session, seated, message)
  if (session.connections.size >= session.limits.connections) {
    return refuse(session, 409, 'connectionLimitExceeded')
  }
  const joiner: Connection = {
    id: from,
    role: message.role,
    data: message.data,
    createdAt: session.at,
    suppressesConnections: message.suppressesConnections,
    migrates: message.migrates,
    ticket: message.ticket,
    server: session.server,
    layoutClasses: message.layoutClasses,
    network: unimpaired,
  }
  const next = { ...session, connections: put(session.connections, joiner) }
  return {
    session: next,
    effects: [
      { type: 'answer', status: 200, body: describeSession(next, joiner) },
      ...pushAll(observersOf(next, joiner), from, {
        method: 'created',
        uri: addressIn(session, 'connection', from),
        content: describeConnection(joiner),
      }),
      ...(session.connections.size === 0 ? [monitor(session, 'sessionCreated')] : []),
      monitor(session, 'connectionCreated', { connection: monitoredConnection(joiner) }),
    ],
  }
}

/** After a rotation a client comes again, on a new socket, as who it was; nobody else is told. */
function move(session: Session, seated: Connection, message: Join): Outcome {
  const mayMove = seated.migrates && seated.server < session.server
  if (!mayMove || seated.ticket !== message.ticket) {
    return refuse(session, 409, `The connection id ${seated.id} is already in use`)
  }
  const moved = { ...seated, server: session.server }
  const next = { ...session, connections: put(session.connections, moved) }
  // A client that is muted on entry would be told so again.
  const { mute: _, ...state } = describeSession(next, moved)
  return {
    session: next,
    effects: [
      { type: 'answer', status: 200, body: state },
      ...pushAll([moved], moved.id, {
        method: 'created',
        uri: addressIn(session, 'connection', moved.id),
        content: describeConnection(moved),
      }),
    ],
  }
}

/** The connections that are told of that one: itself, and those who want to hear of others. */
export function observersOf(session: Session, subject: Connection): readonly Connection[] {
  return [...session.connections.values()].filter(
    ({ id, suppressesConnections }) => id === subject.id || !suppressesConnections,
  )
}
