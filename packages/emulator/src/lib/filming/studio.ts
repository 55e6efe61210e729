import type { MediaEvent, MediaCommand } from '../media/command.ts'
import type { OutputStatus } from '../session/broadcast/output-status.ts'
import type { FilmCommand } from '../session/film/command.ts'
import type { Session } from '../session/session.ts'

/** Films sessions: records what the media router carries, and makes archives and broadcasts of it. */
export interface Studio {
  /** `session` is as it was when the command was given. */
  perform(session: Session, command: FilmCommand): void
  /** A recording of the media router is complete. */
  recorded(event: Recorded): void
  /** Recordings have ended by accident, and go on in other files. */
  lost(): void
  /** Where the playlist of a broadcast and its segments are, while it is on air. */
  broadcastFolder(broadcast: string): string | undefined
  /** The file of an archive, once it is there. */
  fileOf(archive: string): string | undefined
  /** Forgets everything, and removes its files. */
  clear(): void
  close(): Promise<void>
}

export type Recorded = Extract<MediaEvent, { readonly type: 'recorded' }>

/** What a studio needs of the platform it belongs to. */
export interface StudioLot {
  readonly route: (sessionId: string, command: MediaCommand) => void
  /** Hears that the file of an archive is there, or cannot be made. */
  readonly delivered: (sessionId: string, delivery: Delivery) => void
  /** Hears how an output of a broadcast is. */
  readonly aired: (sessionId: string, broadcast: string, status: OutputStatus) => void
}

export type Delivery = { readonly archive: string } & (
  | { readonly file: { readonly size: number; readonly durationMs: number } }
  | { readonly fault: string }
)
