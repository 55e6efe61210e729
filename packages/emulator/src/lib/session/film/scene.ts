import { isSameJson } from '../../wire/json.ts'
import type { JsonObject } from '../../wire/json.ts'
import type { Layout } from '../composition/layout.ts'
import { selectedOf } from '../composition/selection.ts'
import type { Capacity, Composition } from '../composition/selection.ts'
import { latestSource } from '../routed/source.ts'
import type { Session, Stream } from '../session.ts'

/** What is to be seen and heard of a session from a moment on. */
export interface Scene {
  readonly layout: Layout
  /** Oldest first. */
  readonly streams: readonly SceneStream[]
}

export interface SceneStream {
  readonly id: string
  /** What the media router calls the way it comes. */
  readonly source: string
  /** Who publishes it. */
  readonly connection: string
  readonly connectionData: string
  readonly videoType: 'camera' | 'screen' | 'custom'
  readonly layoutClasses: readonly string[]
  /** What is sent of it at all, muted or not. */
  readonly sends: 'audio' | 'video' | 'both'
  /** Whether it is heard. */
  readonly hasAudio: boolean
  /** Whether it is seen; a camera that is off has no place in the picture. */
  readonly hasVideo: boolean
}

/** The scene that a session makes at this moment, in that layout. */
export function sceneOf(
  composition: Composition,
  session: Session,
  { layout, capacity }: { readonly layout: Layout; readonly capacity: Capacity },
): Scene {
  const streams = selectedOf(composition, session, capacity).flatMap((selected) => {
    const stream = session.streams.get(selected.id)
    if (stream === undefined) return []
    const owner = session.connections.get(stream.owner)
    return [
      {
        id: stream.id,
        source: latestSource(stream).name,
        connection: stream.owner,
        connectionData: owner?.data ?? '',
        videoType: videoTypeOf(stream),
        layoutClasses: stream.layoutClasses,
        sends: sentBy(stream),
        hasAudio: selected.hasAudio && isActive(stream, 'audio'),
        hasVideo: selected.hasVideo && isActive(stream, 'video'),
      },
    ]
  })
  return { layout, streams }
}

export function isSameScene(one: Scene | undefined, other: Scene | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return isSameJson(one as unknown as JsonObject, other as unknown as JsonObject)
}

function videoTypeOf({ channels }: Stream): SceneStream['videoType'] {
  const source = channels.find(({ type }) => type === 'video')?.['source']
  return source === 'screen' || source === 'custom' ? source : 'camera'
}

function sentBy({ channels }: Stream): SceneStream['sends'] {
  const has = (kind: string) => channels.some(({ type }) => type === kind)
  if (has('audio') && has('video')) return 'both'
  return has('audio') ? 'audio' : 'video'
}

function isActive({ channels }: Stream, type: 'audio' | 'video'): boolean {
  return channels.some((channel) => channel['type'] === type && channel['active'] !== false)
}
