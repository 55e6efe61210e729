import type { MediaCommand, MediaEvent } from '../command.ts'

/** What the media router is told in its own process. */
export type ToRouter =
  | { readonly type: 'perform'; readonly sessionId: string; readonly command: MediaCommand }
  | { readonly type: 'clear' }

/** What it tells. */
export type FromRouter =
  | { readonly type: 'event'; readonly sessionId: string; readonly event: MediaEvent }
  | { readonly type: 'ready' }

/** Where it listens, given as the one argument of its process, in JSON. */
export interface RouterAddress {
  /** `127.0.0.1` */
  readonly address: string
  /** UDP. */
  readonly port: number
  /** Where browsers find it. */
  readonly advertised: readonly string[]
}
