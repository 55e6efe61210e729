import type { Negotiation } from '../../media/command.ts'
import type { JsonObject } from '../../wire/json.ts'
import type { Negotiate } from '../message.ts'
import { legOf } from '../legs.ts'
import { accept, refuse } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Session } from '../session.ts'
import { findStream } from '../streams.ts'
import { findSubscription } from '../subscribers.ts'
import { latestSource } from './source.ts'

/** Takes what a client says of its own end of a peer connection to the media router. */
export function negotiateWithRouter(session: Session, from: string, message: Negotiate): Outcome {
  const end = endOf(session, message)
  if (end === undefined) return refuse(session, 404, 'There is no such stream or subscriber')
  if (end.owner !== from)
    return refuse(session, 403, 'The peer connection belongs to somebody else')
  const negotiation = readNegotiation(message.step, message.content)
  if (negotiation === undefined) return refuse(session, 400, `There is no ${message.step} in it`)
  if (negotiation === 'end-of-candidates') return accept(session)
  return accept(session, {
    type: 'media',
    command: { type: 'negotiate', leg: end.leg, ...negotiation },
  })
}

/** Whose peer connection it is, and what the media router calls it. */
function endOf(
  session: Session,
  { stream: id, subscription: name, content: { peerId } }: Negotiate,
): { readonly owner: string; readonly leg: string } | undefined {
  const stream = findStream(session, id)
  if (stream === undefined) return undefined
  if (name === undefined) {
    const source = stream.sources.find((held) => held.name === peerId) ?? latestSource(stream)
    return { owner: stream.owner, leg: source.name }
  }
  const subscription = findSubscription(session, id, name)
  const leg = subscription && legOf(subscription, { name, peerId })
  return leg && { owner: subscription.subscriber, leg: leg.name }
}

function readNegotiation(
  step: Negotiate['step'],
  { sdp, candidate, sdpMid }: JsonObject,
): Negotiation | 'end-of-candidates' | undefined {
  if (step !== 'candidate') return typeof sdp === 'string' ? { step, sdp } : undefined
  if (typeof candidate !== 'string') return undefined
  if (candidate === '') return 'end-of-candidates'
  return { step, candidate, mid: typeof sdpMid === 'string' ? sdpMid : '0' }
}
