import type { MediaMode, Role } from '@ot-room/video-api'

/** What a visitor needs to enter a room; the JSON of a successful join. */
export interface Credentials {
  /** What OpenTok.js takes first in `initSession`. */
  readonly applicationId: string
  readonly sessionId: string
  readonly token: string
  readonly role: Role
  readonly mediaMode: MediaMode
  /** Until when the token admits, ISO 8601. It does not end a call that has begun. */
  readonly expiresAt: string
  /** The room's canonical name. */
  readonly room: string
  /** The name that others will see. */
  readonly name?: string
  /** What to pass to `OT.setProxyUrl` before connecting. */
  readonly proxyUrl?: string
}
