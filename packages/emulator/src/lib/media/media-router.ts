import type { MediaCommand, MediaEvent } from './command.ts'

/** Takes the media of routed sessions from publishers to subscribers. */
export interface MediaRouter {
  perform(sessionId: string, command: MediaCommand): void
  /** Ends it as a fault in native code would; it comes back by itself. */
  crash(): void
  /** Ends all media, of all sessions. */
  clear(): void
  close(): Promise<void>
}

/** Hears what becomes of media. */
export interface MediaListener {
  readonly event: (sessionId: string, event: MediaEvent) => void
  /** All media has ended by accident; everything has to be asked for again. */
  readonly lost: () => void
}
