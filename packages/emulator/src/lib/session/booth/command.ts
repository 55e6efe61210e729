import type { Act } from '../guest/act.ts'
import type { HeardStream } from './hearing.ts'

/** What a session asks of who hears and plays for the platform itself. */
export type BoothCommand =
  /** `leg` is what the media router calls the stream. */
  | { readonly type: 'play'; readonly leg: string; readonly act: Act }
  | { readonly type: 'cease'; readonly leg: string }
  /** From now on the listener hears these, and no others. */
  | { readonly type: 'hear'; readonly listener: Listener; readonly streams: readonly HeardStream[] }
  | { readonly type: 'stop-hearing'; readonly listener: Listener }

/** Who hears: the server of an Audio Connector, or who writes down what is said. */
export type Listener =
  | { readonly type: 'connector'; readonly id: string }
  /** `language`: a BCP 47 tag. */
  | { readonly type: 'captions'; readonly id: string; readonly language: string }
