import type { SessionDetails } from '../session/session.ts'

/** What an emulator holds from the start. */
export interface Seed {
  readonly sessions?: readonly SeedSession[]
}

/** A session that exists from the start. What is left out is chosen as `POST /session/create` would. */
export interface SeedSession extends Partial<
  Pick<SessionDetails, 'mediaMode' | 'archiveMode' | 'e2ee'>
> {
  /** 1 to 255 letters, digits, `_` and `-`; made up when absent. */
  readonly sessionId?: string
  /** The API key or application id that owns it; the first project when absent. */
  readonly apiKey?: string
}
