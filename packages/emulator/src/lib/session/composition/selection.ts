import { drop } from '../collection.ts'
import type { Session, Stream } from '../session.ts'

/** What of a stream goes into an archive or a broadcast. */
export interface Selected {
  /** The id of the stream. */
  readonly id: string
  readonly hasAudio: boolean
  readonly hasVideo: boolean
}

/** Which streams of the session go in: all of them, or only those that were added. */
export type Selection =
  | { readonly mode: 'auto' }
  | { readonly mode: 'manual'; readonly streams: ReadonlyMap<string, Selected> }

/** How many streams with a picture and with sound fit in. */
export interface Capacity {
  readonly video: number
  readonly audio: number
}

/** An archive or a broadcast as far as its streams are concerned. */
export interface Composition {
  readonly selection: Selection
  readonly hasAudio: boolean
  readonly hasVideo: boolean
}

export function selectionOf(mode: Selection['mode']): Selection {
  return mode === 'auto' ? { mode } : { mode, streams: new Map() }
}

/** The selection without streams that have ended; the same one when none has. */
export function withoutEnded(selection: Selection, { streams: live }: Session): Selection {
  if (selection.mode === 'auto') return selection
  const hasEnded = ({ id }: Selected) => !live.has(id)
  if (![...selection.streams.values()].some(hasEnded)) return selection
  return { mode: 'manual', streams: drop(selection.streams, hasEnded) }
}

/** What is taken of the session at this moment, oldest streams first; what does not fit is left out. */
export function selectedOf(
  { selection, hasAudio, hasVideo }: Composition,
  { streams: live }: Session,
  capacity: Capacity,
): readonly Selected[] {
  const left = { ...capacity }
  return [...live.values()].flatMap((stream): Selected[] => {
    const wanted = selection.mode === 'auto' ? whole(stream) : selection.streams.get(stream.id)
    if (wanted === undefined) return []
    const audio = hasAudio && wanted.hasAudio && has(stream, 'audio') && left.audio > 0
    const video = hasVideo && wanted.hasVideo && has(stream, 'video') && left.video > 0
    if (audio) left.audio -= 1
    if (video) left.video -= 1
    return audio || video ? [{ id: stream.id, hasAudio: audio, hasVideo: video }] : []
  })
}

function whole({ id }: Stream): Selected {
  return { id, hasAudio: true, hasVideo: true }
}

function has({ channels }: Stream, type: 'audio' | 'video'): boolean {
  return channels.some((channel) => channel['type'] === type)
}
