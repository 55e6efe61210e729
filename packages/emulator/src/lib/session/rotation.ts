import { addressIn } from './address.ts'
import { put } from './collection.ts'
import { depart } from './leave.ts'
import { monitor } from './monitoring.ts'
import { accept, refuse } from './outcome.ts'
import type { Effect, Outcome } from './outcome.ts'
import { platform } from './sender.ts'
import { closeSources } from './routed/source.ts'
import type { Session } from './session.ts'
import { endLegs } from './subscribers.ts'

// OpenTok.js keeps its old socket for 20 seconds after it has found the new server.
const rotationMs = 25_000
const shortestStayMs = 60_000

const codes = { inProgress: 15214, tooEarly: 15215 }

/**
 * Moves a session to another server. Clients that can move are told to, all at once; the others are put
 * out. (What OpenTok.js does then: its source, 2.35.2; codes: Vonage Video API, "migrate".)
 */
export function rotate(session: Session): Outcome {
  if (session.connections.size === 0) return refuse(session, 404, 'Nobody is connected')
  const stay = session.at - (session.rotatedAt ?? -Infinity)
  if (stay < rotationMs)
    return tooSoon(session, 'The session is on its way already', codes.inProgress)
  if (stay < shortestStayMs) return tooSoon(session, 'The session has just moved', codes.tooEarly)

  const moved = withOwnStreams({ ...session, server: session.server + 1, rotatedAt: session.at })
  const stranded = [...session.connections.values()].filter(({ migrates }) => !migrates)
  const left = stranded.reduce<Outcome>(
    (sofar, connection) => {
      const outcome = depart(sofar.session, connection, 'serverRotation')
      const hangUp: Effect = { type: 'hang-up', connection: connection.id }
      return { session: outcome.session, effects: [...sofar.effects, ...outcome.effects, hangUp] }
    },
    {
      session: moved,
      effects: [monitor(moved, 'sessionNotification', { reason: 'serverRotation' })],
    },
  )
  return accept(left.session, ...left.effects, ...[...left.session.connections.keys()].map(notify))

  function notify(to: string): Effect {
    const uri = addressIn(session, 'notification', `server-${moved.server}`)
    const content = { reason: 'serverRotation' }
    return { type: 'push', to, from: platform, message: { method: 'notification', uri, content } }
  }
}

/** What the platform itself publishes is on the new server before anybody else. */
function withOwnStreams(session: Session): Session {
  const streams = [...session.streams].map(([id, stream]) => {
    const isOwn = stream.sources.some(({ act }) => act !== undefined)
    return [id, isOwn ? { ...stream, server: session.server } : stream] as const
  })
  return { ...session, streams: new Map(streams) }
}

/** Whether clients may still be on their way to the server the session is on now. */
export function isRotating({ at, rotatedAt }: Session): boolean {
  return rotatedAt !== undefined && at - rotatedAt < rotationMs
}

/** The client has given up its old socket: what it watched from there is gone. */
export function settle(session: Session, from: string): Outcome {
  const moved = [...session.subscriptions.values()].filter(
    ({ subscriber, legs }) => subscriber === from && legs.length > 1,
  )
  return moved.reduce<Outcome>(
    (sofar, subscription) => {
      const old = subscription.legs.slice(0, -1)
      const next = { ...subscription, legs: subscription.legs.slice(-1) }
      return {
        session: { ...sofar.session, subscriptions: put(sofar.session.subscriptions, next) },
        effects: [...sofar.effects, ...endLegs(sofar.session, subscription, old)],
      }
    },
    settleStreams(session, from),
  )
}

function settleStreams(session: Session, from: string): Outcome {
  const moved = [...session.streams.values()].filter(
    ({ owner, sources }) => owner === from && sources.length > 1,
  )
  return moved.reduce<Outcome>((sofar, stream) => {
    const next = { ...stream, sources: stream.sources.slice(-1) }
    return {
      session: { ...sofar.session, streams: put(sofar.session.streams, next) },
      effects: [...sofar.effects, ...closeSources(stream.sources.slice(0, -1))],
    }
  }, accept(session))
}

function tooSoon(session: Session, reason: string, code: number): Outcome {
  return { session, effects: [{ type: 'answer', status: 409, body: { reason, code } }] }
}
