import { addressIn } from './address.ts'
import { drop, put } from './collection.ts'
import type { Subscribe } from './message.ts'
import { accept, refuse } from './outcome.ts'
import type { Effect, Outcome } from './outcome.ts'
import { allows } from './sender.ts'
import type { Session, Stream, Subscription } from './session.ts'

// With both ends in one client, one id would lead the answer back to the end that wrote it.
const publisherEnd = '.pub'

/** Starts watching a stream: its publisher is asked for an offer. */
export function subscribe(session: Session, from: string, message: Subscribe): Outcome {
  if (!allows(session, from, 'subscribe')) {
    return refuse(session, 403, 'The role of this token does not allow subscribing')
  }
  const stream = session.streams.get(message.stream)
  if (stream === undefined) return refuse(session, 404, 'There is no such stream')
  if (session.subscriptions.has(message.subscription)) {
    return refuse(session, 409, `The subscriber id ${message.subscription} is already in use`)
  }
  const subscription: Subscription = {
    id: message.subscription,
    stream: stream.id,
    subscriber: from,
    negotiation: { state: 'awaiting-offer', candidates: [] },
  }
  return accept(
    { ...session, subscriptions: put(session.subscriptions, subscription) },
    {
      type: 'push',
      to: stream.owner,
      from,
      message: {
        method: 'generateoffer',
        uri: publisherAddress(session, stream, subscription),
        content: {
          peerId: subscription.id,
          sourceStreamId: session.mediaMode === 'relayed' ? 'P2P' : 'MANTIS',
        },
      },
    },
  )
}

/** Stops watching: the publisher closes that leg. */
export function unsubscribe(
  session: Session,
  from: string,
  message: { readonly stream: string; readonly subscription: string },
): Outcome {
  const subscription = session.subscriptions.get(message.subscription)
  if (subscription === undefined || subscription.stream !== message.stream) {
    return refuse(session, 404, 'There is no such subscriber')
  }
  if (subscription.subscriber !== from) {
    return refuse(session, 403, 'The subscriber belongs to somebody else')
  }
  const ended = endSubscriptions(session, ({ id }) => id === subscription.id)
  return accept(ended.session, ...ended.effects)
}

/** Takes subscriptions out and tells the publishers who are still there. */
export function endSubscriptions(
  session: Session,
  matches: (subscription: Subscription) => boolean,
): Outcome {
  const effects = [...session.subscriptions.values()].filter(matches).flatMap((ended): Effect[] => {
    const stream = session.streams.get(ended.stream)
    if (stream === undefined) return []
    const uri = publisherAddress(session, stream, ended)
    return [
      {
        type: 'push',
        to: stream.owner,
        from: ended.subscriber,
        message: { method: 'deleted', uri, content: {} },
      },
    ]
  })
  return { session: { ...session, subscriptions: drop(session.subscriptions, matches) }, effects }
}

/** The subscription a client names, by either of its ids. */
export function findSubscription(
  session: Session,
  stream: string,
  name: string,
): Subscription | undefined {
  const subscription = session.subscriptions.get(
    namesPublisherEnd(name) ? name.slice(0, -publisherEnd.length) : name,
  )
  return subscription?.stream === stream ? subscription : undefined
}

/** Whether a name for a subscription is the one only its publisher uses. */
export function namesPublisherEnd(name: string): boolean {
  return name.endsWith(publisherEnd)
}

/** The address the publisher negotiates a subscription at. */
export function publisherAddress(
  session: Session,
  stream: Stream,
  subscription: Subscription,
): string {
  const own = stream.owner === subscription.subscriber
  const name = own ? subscription.id + publisherEnd : subscription.id
  return addressIn(session, 'stream', stream.id, 'subscriber', name)
}
