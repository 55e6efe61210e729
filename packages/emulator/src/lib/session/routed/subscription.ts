import type { Leg } from '../legs.ts'
import type { Effect } from '../outcome.ts'
import type { Session, Stream, Subscription } from '../session.ts'
import { networkOf } from './network.ts'
import { latestSource } from './source.ts'

/** Has the media router offer a stream to a subscriber. */
export function openLeg(
  session: Session,
  {
    stream,
    subscription,
    leg,
  }: { readonly stream: Stream; readonly subscription: Subscription; readonly leg: Leg },
): Effect {
  const { subscriber, wants } = subscription
  return {
    type: 'media',
    command: {
      type: 'open-subscriber',
      leg: leg.name,
      network: networkOf(session, subscriber),
      source: latestSource(stream).name,
      wants,
      fallback: stream.attributes['subscriberAudioFallbackEnabled'] === true ? 'audio' : 'none',
    },
  }
}

export function closeLegs(legs: readonly Leg[]): readonly Effect[] {
  return legs.map(({ name }) => ({ type: 'media', command: { type: 'close', leg: name } }))
}
