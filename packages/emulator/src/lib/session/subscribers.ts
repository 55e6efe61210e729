import { drop, put } from './collection.ts'
import { firstLeg, legAddress, nextLeg, routedLeg } from './legs.ts'
import type { Leg } from './legs.ts'
import type { Subscribe, UpdateSubscription } from './message.ts'
import { accept, refuse } from './outcome.ts'
import type { Effect, Outcome } from './outcome.ts'
import { closeLegs, openLeg } from './routed/subscription.ts'
import { changeWants } from './routed/wants.ts'
import { allows } from './sender.ts'
import type { Session, Stream, Subscription } from './session.ts'

/** Starts watching a stream. */
export function subscribe(session: Session, from: string, message: Subscribe): Outcome {
  if (!allows(session, from, 'subscribe')) {
    return refuse(session, 403, 'The role of this token does not allow subscribing')
  }
  const stream = session.streams.get(message.stream)
  if (stream === undefined) return refuse(session, 404, 'There is no such stream')
  if (message.encrypted !== (stream.attributes['e2ee'] === true)) {
    return refuse(session, 405, 'IncompatibleEncryptionSettings')
  }
  const known = session.subscriptions.get(message.subscription)
  if (known !== undefined) return subscribeAgain(session, from, { stream, known })

  const own = [...session.subscriptions.values()].filter(({ subscriber }) => subscriber === from)
  if (own.length >= session.limits.subscriptions) {
    return refuse(session, 409, 'streamLimitExceeded')
  }
  const leg =
    session.mediaMode === 'routed'
      ? routedLeg(message.subscription, session.server)
      : firstLeg(message.subscription, stream.owner === from ? 'oneself' : 'another')
  const subscription: Subscription = {
    id: message.subscription,
    stream: stream.id,
    subscriber: from,
    legs: [leg],
    wantsCaptions: false,
    wants: message.wants,
  }
  return accept(
    { ...session, subscriptions: put(session.subscriptions, subscription) },
    startLeg(session, { stream, leg, subscription }),
  )
}

/** After a server rotation a client of a routed session watches the same stream on a new leg. */
function subscribeAgain(
  session: Session,
  from: string,
  { stream, known }: { readonly stream: Stream; readonly known: Subscription },
): Outcome {
  const leg = nextLeg(known, session.server)
  if (known.subscriber !== from || known.stream !== stream.id || leg === undefined) {
    return refuse(session, 409, `The subscriber id ${known.id} is already in use`)
  }
  // In a relayed session the old leg goes on; an offer would be applied to it.
  if (session.mediaMode === 'relayed') return accept(session)
  const subscription = { ...known, legs: [...known.legs, leg] }
  return accept(
    { ...session, subscriptions: put(session.subscriptions, subscription) },
    startLeg(session, { stream, leg, subscription }),
  )
}

interface NewLeg {
  readonly stream: Stream
  readonly subscription: Subscription
  readonly leg: Leg
}

/** Asks who sends the stream for an offer: its publisher, or the media router. */
function startLeg(session: Session, started: NewLeg): Effect {
  if (session.mediaMode === 'routed') return openLeg(session, started)
  const { stream, subscription, leg } = started
  return {
    type: 'push',
    to: stream.owner,
    from: subscription.subscriber,
    message: {
      method: 'generateoffer',
      uri: legAddress(session, stream, leg),
      content: { peerId: leg.name, sourceStreamId: 'P2P' },
    },
  }
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

/** Notes what a subscriber wants of a stream. */
export function updateSubscription(
  session: Session,
  from: string,
  message: UpdateSubscription,
): Outcome {
  const subscription = session.subscriptions.get(message.subscription)
  const { active } = message.content
  if (subscription?.subscriber !== from) return accept(session)
  if (message.channel !== 'caption1') return changeMedia(session, subscription, message)
  if (typeof active !== 'boolean' || active === subscription.wantsCaptions) return accept(session)
  const updated = { ...subscription, wantsCaptions: active }
  return accept({ ...session, subscriptions: put(session.subscriptions, updated) })
}

function changeMedia(
  session: Session,
  subscription: Subscription,
  { channel, content }: UpdateSubscription,
): Outcome {
  const wants = changeWants(subscription.wants, channel, content)
  if (wants === subscription.wants) return accept(session)
  const updated = { ...subscription, wants }
  const next = { ...session, subscriptions: put(session.subscriptions, updated) }
  if (session.mediaMode === 'relayed') return accept(next)
  return accept(
    next,
    ...subscription.legs.map(({ name }): Effect => ({
      type: 'media',
      command: { type: 'want', leg: name, wants },
    })),
  )
}

/** Takes subscriptions out and tells the publishers who are still there. */
export function endSubscriptions(
  session: Session,
  matches: (subscription: Subscription) => boolean,
): Outcome {
  const effects = [...session.subscriptions.values()]
    .filter(matches)
    .flatMap((ended) => endLegs(session, ended, ended.legs))
  return { session: { ...session, subscriptions: drop(session.subscriptions, matches) }, effects }
}

/** Tells who sends on these legs, if it is still there, that they are gone. */
export function endLegs(
  session: Session,
  subscription: Subscription,
  legs: readonly Leg[],
): readonly Effect[] {
  if (session.mediaMode === 'routed') return closeLegs(legs)
  const stream = session.streams.get(subscription.stream)
  if (stream === undefined) return []
  return legs.map((leg) => ({
    type: 'push',
    to: stream.owner,
    from: subscription.subscriber,
    message: { method: 'deleted', uri: legAddress(session, stream, leg), content: {} },
  }))
}

/** The subscription a client names, by its id or by the name of one of its legs. */
export function findSubscription(
  session: Session,
  stream: string,
  name: string,
): Subscription | undefined {
  const [id = ''] = name.split('.')
  const subscription = session.subscriptions.get(id)
  const known = name === id || subscription?.legs.some((leg) => leg.name === name)
  return known && subscription?.stream === stream ? subscription : undefined
}
