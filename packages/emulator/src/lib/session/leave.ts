import { addressIn } from './address.ts'
import { drop } from './collection.ts'
import { observersOf } from './join.ts'
import { monitor, monitoredConnection } from './monitoring.ts'
import { pushAll } from './outcome.ts'
import type { Effect, Outcome } from './outcome.ts'
import type { Connection, Session } from './session.ts'
import { endSubscriptions } from './subscribers.ts'
import { removeStream } from './streams.ts'

type Reason = 'clientDisconnected' | 'networkDisconnected' | 'forceDisconnected' | 'serverRotation'

/** Takes a connection out: its streams end first, then what it watched, then the connection itself. */
export function depart(session: Session, leaver: Connection, reason: Reason): Outcome {
  const published = [...session.streams.values(), ...session.unannounced.values()]
  const streams = published.filter(({ owner }) => owner === leaver.id)
  const observers = observersOf(session, leaver)
  const effects: Effect[] = []

  let next: Session = {
    ...session,
    connections: drop(session.connections, ({ id }) => id === leaver.id),
  }
  for (const stream of streams) {
    const outcome = removeStream(next, stream, { owner: leaver, from: leaver.id, reason })
    next = outcome.session
    effects.push(...outcome.effects)
  }
  const ended = endSubscriptions(next, ({ subscriber }) => subscriber === leaver.id)
  effects.push(...ended.effects)

  // Who is put out has to be told; who leaves knows.
  const isPutOut = reason === 'forceDisconnected' || reason === 'serverRotation'
  const told = isPutOut ? observers : observers.filter(({ id }) => id !== leaver.id)
  effects.push(
    ...pushAll(told, leaver.id, {
      method: 'deleted',
      uri: addressIn(session, 'connection', leaver.id),
      content: {},
      reason,
    }),
    monitor(session, 'connectionDestroyed', { connection: monitoredConnection(leaver), reason }),
    ...(next.connections.size === 0 ? [monitor(session, 'sessionDestroyed')] : []),
  )
  return { session: ended.session, effects }
}
