import type { MediaEvent, Negotiation } from '../../media/command.ts'
import type { JsonObject } from '../../wire/json.ts'
import { addressIn } from '../address.ts'
import { accept } from '../outcome.ts'
import type { Effect, Outcome, Push } from '../outcome.ts'
import { mediaRouter } from '../sender.ts'
import type { Session, Stream, Subscription } from '../session.ts'
import { announceMoved, announceStream } from '../streams.ts'
import { askForOffer, latestSource, openSource } from './source.ts'
import { openLeg } from './subscription.ts'

/** Goes on with what the media router has come to. */
export function followMedia(session: Session, event: MediaEvent): Outcome {
  const end = endOf(session, event.leg)
  // What has ended meanwhile is nobody's business.
  if (end === undefined) return accept(session)
  switch (event.type) {
    case 'negotiate':
      return accept(session, pushNegotiation(session, end, event))
    case 'connected':
      return end.type === 'publisher' ? connected(session, end.stream, event.leg) : accept(session)
    case 'offer-wanted':
      return end.type === 'publisher'
        ? accept(session, askForOffer(session, end.stream, event.leg))
        : accept(session)
    case 'quality':
      return end.type === 'subscriber'
        ? accept(session, pushQuality(session, end.subscription, event.event))
        : accept(session)
    case 'recorded':
    case 'heard':
    case 'keyframe-wanted':
    case 'failed':
      // The clients see it too, and restart or give up as they are made to.
      return accept(session)
    default:
      return event satisfies never
  }
}

/** All media is lost: everything is opened again, and publishers are asked to send anew. */
export function reopenMedia(session: Session): Outcome {
  if (session.mediaMode === 'relayed') return accept(session)
  const streams = [...session.unannounced.values(), ...session.streams.values()]
  return accept(
    session,
    ...[...session.subscriptions.values()].flatMap((subscription): readonly Effect[] => {
      const stream = session.streams.get(subscription.stream)
      const leg = subscription.legs.at(-1)
      return stream && leg ? [openLeg(session, { stream, subscription, leg })] : []
    }),
    ...streams
      .filter(({ sources }) => sources.length > 0)
      .flatMap((stream) => openSource(session, stream, latestSource(stream))),
  )
}

type End =
  | { readonly type: 'publisher'; readonly stream: Stream }
  | { readonly type: 'subscriber'; readonly subscription: Subscription }

function endOf(session: Session, leg: string): End | undefined {
  const streams = [...session.unannounced.values(), ...session.streams.values()]
  const stream = streams.find(({ sources }) => sources.some(({ name }) => name === leg))
  if (stream !== undefined) return { type: 'publisher', stream }
  const subscription = [...session.subscriptions.values()].find(({ legs }) =>
    legs.some(({ name }) => name === leg),
  )
  return subscription && { type: 'subscriber', subscription }
}

function connected(session: Session, stream: Stream, leg: string): Outcome {
  if (session.unannounced.has(stream.id)) return announceStream(session, stream)
  const source = latestSource(stream)
  const hasMoved = source.name === leg && source.server > stream.server
  return hasMoved ? announceMoved(session, stream) : accept(session)
}

function pushNegotiation(session: Session, end: End, event: Negotiation & { leg: string }): Push {
  const said: JsonObject =
    event.step === 'candidate'
      ? { candidate: event.candidate, sdpMid: event.mid, sdpMLineIndex: 0 }
      : { type: event.step, sdp: event.sdp }
  const content = { peerId: event.leg, sourceStreamId: 'MANTIS', ...said }
  const [to, ...path] =
    end.type === 'publisher'
      ? [end.stream.owner, 'stream', end.stream.id]
      : [end.subscription.subscriber, ...pathOf(end.subscription)]
  const uri = addressIn(session, ...path)
  return { type: 'push', to, from: mediaRouter, message: { method: event.step, uri, content } }
}

/** What becomes of the picture of one subscriber alone, as its network allows. */
function pushQuality(
  session: Session,
  subscription: Subscription,
  event: (MediaEvent & { type: 'quality' })['event'],
): Push {
  const uri = addressIn(session, ...pathOf(subscription), 'channel', 'video1')
  const isWarning = event === 'warned' || event === 'warning-lifted'
  const message = isWarning
    ? { method: 'updated', uri, content: { disableWarning: event === 'warned' } }
    : { method: 'update', uri, content: { active: event === 'video-enabled' } }
  return { type: 'push', to: subscription.subscriber, from: mediaRouter, message }
}

function pathOf({ id, stream }: Subscription): readonly string[] {
  return ['stream', stream, 'subscriber', id]
}
