import type { JsonObject } from '../wire/json.ts'
import { addressIn } from './address.ts'
import { put } from './collection.ts'
import type { Negotiate } from './message.ts'
import { accept, refuse } from './outcome.ts'
import type { Outcome, Push } from './outcome.ts'
import type { Session, Stream, Subscription } from './session.ts'
import { findSubscription, namesPublisherEnd, publisherAddress } from './subscribers.ts'

// A client gathers a few dozen at most; more is a client gone wrong.
const mostHeldCandidates = 256

/** One subscription between its two ends. */
interface Leg {
  readonly session: Session
  readonly stream: Stream
  readonly subscription: Subscription
}

/** Passes an offer, an answer or a candidate on to the other end of a subscription. */
export function negotiate(session: Session, from: string, message: Negotiate): Outcome {
  const stream = session.streams.get(message.stream)
  const subscription = findSubscription(session, message.stream, message.subscription)
  if (stream === undefined || subscription === undefined) {
    return refuse(session, 404, 'There is no such subscriber')
  }
  const leg = { session, stream, subscription }
  const end = endOf(leg, from, message.subscription)
  switch (end) {
    case 'publisher':
      return fromPublisher(leg, message)
    case 'subscriber':
      return fromSubscriber(leg, message)
    case 'neither':
      return refuse(session, 403, 'The subscriber belongs to somebody else')
    default:
      return end satisfies never
  }
}

function endOf(
  { stream, subscription }: Leg,
  from: string,
  name: string,
): 'publisher' | 'subscriber' | 'neither' {
  const isPublisher = from === stream.owner
  const isSubscriber = from === subscription.subscriber
  if (isPublisher && isSubscriber) return namesPublisherEnd(name) ? 'publisher' : 'subscriber'
  return isPublisher ? 'publisher' : isSubscriber ? 'subscriber' : 'neither'
}

function fromPublisher(leg: Leg, { step, content }: Negotiate): Outcome {
  const { session, subscription } = leg
  const { negotiation } = subscription
  if (negotiation.state === 'offered') return accept(session, toSubscriber(leg, step, content))

  // A subscriber throws away every candidate that comes before its first offer.
  if (step === 'candidate') {
    const candidates = [...negotiation.candidates, content].slice(-mostHeldCandidates)
    return accept(withNegotiation(leg, { state: 'awaiting-offer', candidates }))
  }
  return accept(
    withNegotiation(leg, { state: 'offered' }),
    toSubscriber(leg, step, content),
    ...negotiation.candidates.map((held) => toSubscriber(leg, 'candidate', held)),
  )
}

function fromSubscriber(leg: Leg, { step, content }: Negotiate): Outcome {
  // In a mesh the publisher always offers. After a fault a routed subscriber offers too, as it would
  // to a router; the publisher's own restart is on its way and two crossing offers would fail both.
  if (step === 'offer') return accept(leg.session)
  return accept(leg.session, {
    type: 'push',
    to: leg.stream.owner,
    from: leg.subscription.subscriber,
    message: {
      method: step,
      uri: publisherAddress(leg.session, leg.stream, leg.subscription),
      content,
    },
  })
}

function toSubscriber(leg: Leg, step: Negotiate['step'], content: JsonObject): Push {
  const { session, stream, subscription } = leg
  const uri = addressIn(session, 'stream', stream.id, 'subscriber', subscription.id)
  return {
    type: 'push',
    to: subscription.subscriber,
    from: stream.owner,
    message: { method: step, uri, content },
  }
}

function withNegotiation(
  { session, subscription }: Leg,
  negotiation: Subscription['negotiation'],
): Session {
  return { ...session, subscriptions: put(session.subscriptions, { ...subscription, negotiation }) }
}
