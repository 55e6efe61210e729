import type { JsonObject } from '../wire/json.ts'
import { addressIn } from './address.ts'
import type { Session, Stream, Subscription } from './session.ts'

/** One peer connection of a subscriber: with the publisher, or with the media router. */
export interface Leg {
  /** What the publisher calls it; what is negotiated carries it as `peerId`. */
  readonly name: string
  /** The server of the session it was made on. */
  readonly server: number
  readonly negotiation: Negotiation
}

/** How far a publisher and a subscriber have come in agreeing on media. */
export type Negotiation =
  | { readonly state: 'awaiting-offer'; readonly candidates: readonly JsonObject[] }
  | { readonly state: 'offered' }
  | { readonly state: 'left-to-router' }

const untouched: Negotiation = { state: 'awaiting-offer', candidates: [] }

// With both ends in one client, one name would lead the answer back to the end that wrote it.
const publisherEnd = '.pub'

/** A leg of which the media router is the other end. */
export function routedLeg(id: string, server: number): Leg {
  return { name: `subscriber.${id}.${server}`, server, negotiation: { state: 'left-to-router' } }
}

/** The leg a subscription begins with. */
export function firstLeg(id: string, watched: 'oneself' | 'another'): Leg {
  const name = watched === 'oneself' ? id + publisherEnd : id
  return { name, server: 1, negotiation: untouched }
}

/**
 * The leg after a move to another server, under another name, because the publisher closes legs by name;
 * `undefined` when the subscription is on that server already.
 */
export function nextLeg({ id, legs }: Subscription, server: number): Leg | undefined {
  const latest = legs.at(-1)
  if (latest === undefined || latest.server >= server) return undefined
  if (latest.negotiation.state === 'left-to-router') return routedLeg(id, server)
  const end = namesPublisherEnd(latest.name) ? publisherEnd : ''
  return { name: `${id}${end}.${server}`, server, negotiation: untouched }
}

/** The leg a client means, by the name the publisher uses or by the `peerId` of what it says. */
export function legOf(
  { legs }: Subscription,
  { name, peerId }: { readonly name: string; readonly peerId: unknown },
): Leg | undefined {
  return legs.find((leg) => leg.name === peerId) ?? legs.find((leg) => leg.name === name) ?? legs[0]
}

/** Whether a name for a subscription is one that only its publisher uses. */
export function namesPublisherEnd(name: string): boolean {
  return name.includes(publisherEnd)
}

/** The address the publisher negotiates a leg at. */
export function legAddress(session: Session, stream: Stream, leg: Leg): string {
  return addressIn(session, 'stream', stream.id, 'subscriber', leg.name)
}
