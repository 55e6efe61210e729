import type { Role } from '@ot-room/video-api'
import type { RoomRules } from '../policy/room-policy.ts'
import type { Stopwatch } from '../telemetry/stopwatch.ts'

/** A request that is about a room, before anybody was asked who it is from. */
export interface Arrival {
  /** Makes a copy of the request that can be read once, its body too. */
  readonly readable: () => Request
  /** Aborts when whoever asks has gone away, where the runtime tells. */
  readonly signal: AbortSignal
  /** The room's canonical name. */
  readonly room: string
  readonly rules: RoomRules
  /** The visitor's network address, where the backend was told how to know it. */
  readonly address: string | undefined
  readonly stopwatch: Stopwatch
}

/** A request from somebody whom the site's rule has let in. */
export interface Visit extends Arrival {
  readonly role: Role
  /** The name that others see. */
  readonly name: string | undefined
  /** An opaque id of this visitor in this room, the same whenever the same person comes; undefined if nobody can tell. */
  readonly visitor: string | undefined
  /** What stood for the parameters of the path, beside the room. */
  readonly parameters: Readonly<Record<string, string>>
}
