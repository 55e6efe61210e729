import type { Activity } from '../activity.ts'
import { audible, changesOfHearing } from '../booth/hearing.ts'
import type { Hearing } from '../booth/hearing.ts'
import { drop, put } from '../collection.ts'
import {
  admitGuest,
  consequences,
  dismissGuest,
  isRefusal,
  publishAsGuest,
} from '../guest/guest.ts'
import type { Guest, GuestStream } from '../guest/guest.ts'
import { accept, answer, refuse } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Session } from '../session.ts'

/** An Audio Connector: the sound of a session on its way to a WebSocket server, and back if it is so made. */
export interface Connector {
  readonly id: string
  readonly connection: string
  /** The streams it hears; all of the session when empty. */
  readonly hears: readonly string[]
}

export type ConnectorMessage =
  StartConnector | { readonly type: 'stop-connector'; readonly id: string }

export interface StartConnector {
  readonly type: 'start-connector'
  readonly id: string
  readonly guest: Guest
  readonly hears: readonly string[]
  /** What the server sends back into the session; absent when it only listens. */
  readonly stream?: Omit<GuestStream, 'act'>
}

export function startConnector(session: Session, message: StartConnector): Outcome {
  const { id, guest, hears, stream } = message
  if (session.mediaMode === 'relayed') {
    return refuse(session, 409, 'The Audio Connector needs a routed session')
  }
  if (session.e2ee) {
    return refuse(session, 409, 'The Audio Connector cannot hear end-to-end encrypted sound')
  }
  const stranger = hears.find((streamId) => !session.streams.has(streamId))
  if (stranger !== undefined) return refuse(session, 400, `There is no stream ${stranger}`)
  const admitted = admitGuest(session, guest)
  if (isRefusal(admitted)) return { session, effects: admitted.effects }
  const act = { type: 'line', connector: id } as const
  const published = stream && publishAsGuest(admitted.session, guest.connection, { ...stream, act })
  if (published !== undefined && isRefusal(published)) return { ...published, session }

  const connector: Connector = { id, connection: guest.connection, hears }
  const next = { ...(published ?? admitted).session }
  return answer(
    { ...next, connectors: put(session.connectors, connector) },
    { id, connectionId: guest.connection },
    ...consequences(admitted),
    ...(published === undefined ? [] : consequences(published)),
  )
}

export function stopConnector(session: Session, id: string): Outcome {
  const connector = session.connectors.get(id)
  if (connector === undefined) return refuse(session, 404, 'There is no such Audio Connector')
  const connectors = drop(session.connectors, (held) => held.id === id)
  const left = dismissGuest({ ...session, connectors }, connector.connection)
  return accept(left.session, ...left.effects)
}

/** A connector ends with its connection, and hears who is there. */
export const connectorActivity: Activity = {
  follow: (before, session) => {
    const isGone = ({ connection }: Connector) => !session.connections.has(connection)
    const isAnyGone = [...session.connectors.values()].some(isGone)
    const next = isAnyGone ? { ...session, connectors: drop(session.connectors, isGone) } : session
    return { session: next, effects: changesOfHearing(before, next, hearingsOf) }
  },
  due: () => Infinity,
}

function hearingsOf(session: Session): readonly Hearing[] {
  return [...session.connectors.values()].map(({ id, connection, hears }) => ({
    listener: { type: 'connector', id },
    streams: audible(
      // Its own voice would come back as an echo.
      [...session.streams.values()].filter((stream) =>
        hears.length === 0 ? stream.owner !== connection : hears.includes(stream.id),
      ),
    ),
  }))
}
