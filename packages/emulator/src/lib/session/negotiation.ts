import type { JsonObject } from '../wire/json.ts'
import { addressIn } from './address.ts'
import { put } from './collection.ts'
import { legAddress, legOf, namesPublisherEnd } from './legs.ts'
import type { Leg } from './legs.ts'
import type { Negotiate } from './message.ts'
import { accept, refuse } from './outcome.ts'
import type { Outcome, Push } from './outcome.ts'
import { negotiateWithRouter } from './routed/negotiate.ts'
import type { Session, Stream, Subscription } from './session.ts'
import { findSubscription } from './subscribers.ts'

// A client gathers a few dozen at most; more is a client gone wrong.
const mostHeldCandidates = 256

/** One leg of a subscription between its two ends. */
interface Line {
  readonly session: Session
  readonly stream: Stream
  readonly subscription: Subscription
  readonly leg: Leg
}

/** Passes an offer, an answer or a candidate on to the other end of a peer connection. */
export function negotiate(session: Session, from: string, message: Negotiate): Outcome {
  if (session.mediaMode === 'routed') return negotiateWithRouter(session, from, message)
  const { content, subscription: name = '' } = message
  const stream = session.streams.get(message.stream)
  const subscription = findSubscription(session, message.stream, name)
  const leg = subscription && legOf(subscription, { name, peerId: content['peerId'] })
  if (stream === undefined || subscription === undefined || leg === undefined) {
    return refuse(session, 404, 'There is no such subscriber')
  }
  const line = { session, stream, subscription, leg }
  const end = endOf(line, from, name)
  switch (end) {
    case 'publisher':
      return fromPublisher(line, message)
    case 'subscriber':
      return fromSubscriber(line, message)
    case 'neither':
      return refuse(session, 403, 'The subscriber belongs to somebody else')
    default:
      return end satisfies never
  }
}

function endOf(
  { stream, subscription }: Line,
  from: string,
  name: string,
): 'publisher' | 'subscriber' | 'neither' {
  const isPublisher = from === stream.owner
  const isSubscriber = from === subscription.subscriber
  if (isPublisher && isSubscriber) return namesPublisherEnd(name) ? 'publisher' : 'subscriber'
  return isPublisher ? 'publisher' : isSubscriber ? 'subscriber' : 'neither'
}

function fromPublisher(line: Line, { step, content }: Negotiate): Outcome {
  const { session, leg } = line
  const { negotiation } = leg
  if (negotiation.state !== 'awaiting-offer')
    return accept(session, toSubscriber(line, step, content))

  // A subscriber throws away every candidate that comes before its first offer.
  if (step === 'candidate') {
    const candidates = [...negotiation.candidates, content].slice(-mostHeldCandidates)
    return accept(withLeg(line, { ...leg, negotiation: { state: 'awaiting-offer', candidates } }))
  }
  return accept(
    withLeg(line, { ...leg, negotiation: { state: 'offered' } }),
    toSubscriber(line, step, content),
    ...negotiation.candidates.map((held) => toSubscriber(line, 'candidate', held)),
  )
}

function fromSubscriber(line: Line, { step, content }: Negotiate): Outcome {
  // The publisher always offers; two crossing offers would fail both.
  if (step === 'offer') return accept(line.session)
  return accept(line.session, {
    type: 'push',
    to: line.stream.owner,
    from: line.subscription.subscriber,
    message: { method: step, uri: legAddress(line.session, line.stream, line.leg), content },
  })
}

function toSubscriber(line: Line, step: Negotiate['step'], content: JsonObject): Push {
  const { session, stream, subscription } = line
  const uri = addressIn(session, 'stream', stream.id, 'subscriber', subscription.id)
  return {
    type: 'push',
    to: subscription.subscriber,
    from: stream.owner,
    message: { method: step, uri, content },
  }
}

function withLeg({ session, subscription }: Line, leg: Leg): Session {
  const legs = subscription.legs.map((held) => (held.name === leg.name ? leg : held))
  return { ...session, subscriptions: put(session.subscriptions, { ...subscription, legs }) }
}
