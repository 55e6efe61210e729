/** Somebody in the room, the visitor included, known by the connection. */
export interface Participant {
  readonly id: string
  /** Untrusted text that the backend vouched for, or `undefined` when it gave no name. */
  readonly name: string | undefined
  readonly self: boolean
  /** What the backend knows them by, the same whenever they come; there when it does. */
  readonly visitor?: string
  readonly streams: readonly Stream[]
}

/** A participant before any stream is known. */
export type Arrival = Pick<Participant, 'id' | 'name' | 'visitor'>

/** A camera or a screen that a participant sends. */
export interface Stream {
  readonly id: string
  readonly kind: 'camera' | 'screen'
  readonly hasAudio: boolean
  readonly hasVideo: boolean
  /** `waiting`: no element yet; `loading`: an element without a frame; `playing`: the first frame has come. */
  readonly media: 'waiting' | 'loading' | 'playing' | 'failed'
  /** How the stream gets through: `audio-only` when the picture was given up for the sound, `interrupted` when nothing comes. */
  readonly link: 'fine' | 'weak' | 'audio-only' | 'interrupted'
}

/** What may change while a stream lives. */
export type StreamChange = Partial<Pick<Stream, 'hasAudio' | 'hasVideo' | 'media' | 'link'>>
