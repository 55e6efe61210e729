import type { Effect } from '../outcome.ts'
import type { Session, Stream } from '../session.ts'
import { addressIn } from '../address.ts'
import { mediaRouter } from '../sender.ts'
import { networkOf } from './network.ts'

/** The peer connection by which a publisher sends a stream to the media router. */
export interface Source {
  /** What the media router calls it; what is negotiated carries it as `peerId`. */
  readonly name: string
  /** The server of the session it was made on. */
  readonly server: number
}

export function sourceOn(stream: string, server: number): Source {
  return { name: `publisher.${stream}.${server}`, server }
}

/** The connection by which the stream comes now; a stream that nobody sends has none that works. */
export function latestSource({ id, sources, server }: Stream): Source {
  return sources.at(-1) ?? sourceOn(id, server)
}

/** Gets the media router ready for an offer, and asks the publisher for it. */
export function openSource(session: Session, stream: Stream, { name }: Source): readonly Effect[] {
  const { owner } = stream
  const uri = addressIn(session, 'stream', stream.id)
  const content = { peerId: name, sourceStreamId: 'MANTIS', simulcastEnabled: true }
  return [
    {
      type: 'push',
      to: owner,
      from: mediaRouter,
      message: { method: 'generateoffer', uri, content },
    },
    {
      type: 'media',
      command: { type: 'open-publisher', leg: name, network: networkOf(session, owner) },
    },
  ]
}

export function closeSources(sources: readonly Source[]): readonly Effect[] {
  return sources.map(({ name }) => ({ type: 'media', command: { type: 'close', leg: name } }))
}
