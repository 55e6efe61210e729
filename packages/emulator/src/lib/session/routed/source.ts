import { kindsOf } from '../guest/act.ts'
import type { Act } from '../guest/act.ts'
import type { Effect, Push } from '../outcome.ts'
import type { Session, Stream } from '../session.ts'
import { addressIn } from '../address.ts'
import { mediaRouter } from '../sender.ts'
import { networkOf } from './network.ts'

/** How a stream comes to the media router: by a peer connection of its publisher, or from the platform itself. */
export interface Source {
  /** What the media router calls it; what is negotiated carries it as `peerId`. */
  readonly name: string
  /** The server of the session it was made on. */
  readonly server: number
  /** What the platform plays; absent when a client publishes. */
  readonly act?: Act
}

export function sourceOn(stream: string, server: number): Source {
  return { name: `publisher.${stream}.${server}`, server }
}

/** The connection by which the stream comes now; a stream that nobody sends has none that works. */
export function latestSource({ id, sources, server }: Stream): Source {
  return sources.at(-1) ?? sourceOn(id, server)
}

/** Gets the media router ready for a stream: for an offer of its publisher, who is asked for it, or for the platform's own. */
export function openSource(session: Session, stream: Stream, source: Source): readonly Effect[] {
  const { name, act } = source
  if (act !== undefined) {
    return [
      { type: 'media', command: { type: 'open-guest', leg: name, kinds: kindsOf(act) } },
      { type: 'booth', command: { type: 'play', leg: name, act } },
    ]
  }
  const network = networkOf(session, stream.owner)
  return [
    askForOffer(session, stream, name),
    { type: 'media', command: { type: 'open-publisher', leg: name, network } },
  ]
}

/** Has a publisher offer, the first time or once more. */
export function askForOffer(session: Session, { id, owner }: Stream, leg: string): Push {
  const uri = addressIn(session, 'stream', id)
  const content = { peerId: leg, sourceStreamId: 'MANTIS', simulcastEnabled: true }
  const message = { method: 'generateoffer', uri, content }
  return { type: 'push', to: owner, from: mediaRouter, message }
}

export function closeSources(sources: readonly Source[]): readonly Effect[] {
  return sources.flatMap(({ name: leg, act }): readonly Effect[] => [
    ...(act === undefined ? [] : [{ type: 'booth', command: { type: 'cease', leg } } as const]),
    { type: 'media', command: { type: 'close', leg } },
  ])
}
