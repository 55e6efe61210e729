import type { RegisteredGroup } from '../callbacks/registry.ts'
import type { SessionDetails } from '../session/session.ts'

/** What an emulator holds from the start. */
export interface Seed {
  readonly projects?: readonly SeedProject[]
  readonly callbacks?: readonly SeedCallback[]
  readonly sessions?: readonly SeedSession[]
}

/** A project beside those of the options. */
export interface SeedProject {
  readonly apiKey: string
  readonly apiSecret: string
  readonly name?: string
}

/** Where somebody wants to hear of what happens, as it is set in the dashboard of the real platform. */
export interface SeedCallback {
  /** The API key or application id it is for; the first project when absent. */
  readonly apiKey?: string
  readonly group: RegisteredGroup
  /** The one kind of event it is about, as in `created`; every event of the group when absent. */
  readonly event?: string
  readonly url: string
}

/** A session that exists from the start. What is left out is chosen as `POST /session/create` would. */
export interface SeedSession extends Partial<
  Pick<SessionDetails, 'mediaMode' | 'archiveMode' | 'e2ee' | 'archiveName' | 'archiveResolution'>
> {
  /** 1 to 255 letters, digits, `_` and `-`; made up when absent. */
  readonly sessionId?: string
  /** The API key or application id that owns it; the first project when absent. */
  readonly apiKey?: string
}
