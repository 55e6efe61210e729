import type { Layout } from '../session/composition/layout.ts'

/** What was recorded of one stream between two moments, as one WebM file. */
export interface Take {
  readonly streamId: string
  readonly path: string
  /** When time 0 of the file was, in milliseconds since the epoch. */
  readonly startedAt: number
  /** When it ended, in milliseconds since the epoch; its last picture is held until then. */
  readonly endedAt: number
  /** Whether the file has such a track at all. */
  readonly hasAudio: boolean
  readonly hasVideo: boolean
}

/** One stream of a scene. */
export interface SceneStream {
  readonly id: string
  /** Who publishes it: a camera beside a shared screen comes before those of others. */
  readonly connection?: string
  readonly videoType: 'camera' | 'screen' | 'custom'
  readonly layoutClasses: readonly string[]
  /** Whether it is heard. */
  readonly hasAudio: boolean
  /** Whether it has a place in the picture; a stream whose camera is off has none on the platform. */
  readonly hasVideo: boolean
}

/** What is to be seen and heard from a moment on, without its end. */
export interface Setting {
  readonly layout: Layout
  /** Oldest first. */
  readonly streams: readonly SceneStream[]
}

/** What is to be seen and heard between two moments, in milliseconds since the epoch. */
export interface Scene extends Setting {
  readonly from: number
  readonly until: number
}

/** A film before it is made. */
export interface Timeline {
  /** In order; what lies between two of them is not in the film. */
  readonly scenes: readonly Scene[]
  readonly takes: readonly Take[]
}
