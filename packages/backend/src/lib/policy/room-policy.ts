import type { SessionOptions } from '@ot-room/video-api'
import type { Opening, Openness } from './opening.ts'

/** What the site owner says about the rooms whose names match. */
export interface RoomPolicy {
  /** A room's name, or a pattern in which `*` stands for any characters: `team-*`. */
  readonly rooms: string
  /** What new sessions shall be, see `@ot-room/video-api`; default that of the backend. */
  readonly session?: SessionOptions
  /** True hints the platform to the first visitor's surroundings; takes the `address` option. */
  readonly nearFirstVisitor?: boolean
  /** Seconds after which newcomers get another session, 60 to 31536000; default never. */
  readonly sessionLifetime?: number
  /** Seconds in which a token admits, 30 to 2592000; default that of the backend. */
  readonly tokenLifetime?: number
  /** How many may be in the room at once, 1 to 3000; default no limit. */
  readonly maxPeople?: number
  /** When the room may be entered; default always. */
  readonly opening?: Opening
  /** True keeps everybody out until a host has joined. */
  readonly hostStarts?: boolean
  /** The names of the features that may be used in the room; default all. */
  readonly features?: readonly string[]
}

/** What holds for one room, with every default filled in. */
export interface RoomRules {
  readonly session: SessionOptions
  /** Makes the platform's hint where to put a session of an address; undefined where there is none. */
  readonly locate: (address: string | undefined) => string | undefined
  readonly sessionLifetime: number | undefined
  /** Seconds. */
  readonly tokenLifetime: number
  /** Infinity where there is no limit. */
  readonly maxPeople: number
  /** Asks about a moment in milliseconds since 1970. */
  readonly openness: (now: number) => Openness
  readonly hostStarts: boolean
  /** Undefined allows all. */
  readonly features: ReadonlySet<string> | undefined
}
