import type { MediaMode } from '@ot-room/video-api'

/** The session behind a room, as it was created. Plain JSON. */
export interface RoomSession {
  readonly sessionId: string
  readonly mediaMode: MediaMode
  /** True where media are encrypted from end to end. */
  readonly e2ee?: true
}
