import type { Role } from '@ot-room/video-api'
import type { RoomRules } from '../policy/room-policy.ts'
import type { Stopwatch } from '../telemetry/stopwatch.ts'
import type { Identity } from '../visitors/visitor-ids.ts'

/** A request that is about a room, before anybody was asked who it is from. */
export interface Arrival {
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
export interface Visit extends Arrival, Identity {
  /** Makes a copy of the request that can be read once, its body too. */
  readonly readable: () => Request
  readonly role: Role
  /** The name that others see. */
  readonly name: string | undefined
  /** What stood for the parameters of the path, beside the room. */
  readonly parameters: Readonly<Record<string, string>>
}

/** Somebody who wants to join. */
export interface JoinVisit extends Visit {
  /** The opaque id that others will see and hosts can name them by; undefined where the backend has no `visitors`. */
  readonly visitor: string | undefined
}

/** Somebody who has joined and shows it. */
export interface Insider {
  readonly room: string
  /** The meeting they were let into. */
  readonly sessionId: string
  /** The id that others see. */
  readonly visitor: string
  /** What bans knew them by when they joined. */
  readonly banKey: string | undefined
}
