import type { SessionApi } from '@ot-room/video-api'
import type { Endpoint } from '../api/operation.ts'
import type { Route } from '../api/route.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Store } from '../store/store.ts'
import type { Log } from '../telemetry/log.ts'
import type { VisitorIds } from '../visitors/visitor-ids.ts'
import type { Arrival, Insider, JoinVisit, Visit } from '../visit/visit.ts'

/** What the backend lends its features. */
export interface Place {
  readonly video: SessionApi
  readonly store: Store
  readonly rooms: Rooms
  readonly log: Log
  /** The tenant whose backend it is; undefined where there are no tenants. */
  readonly scope: string | undefined
  /** All of them, once they exist. */
  readonly features: () => readonly Feature[]
  /** Where the backend gives visitors ids. */
  readonly visitors: VisitorIds | undefined
  /** What the backend can be asked for, once all features are there. */
  readonly endpoints: () => readonly Endpoint[]
}

/** Something the backend can do beside letting people in; one that is not named is not in the bundle. */
export interface Feature {
  /** What policies call it. */
  readonly name: string
  /** True refuses, at start-up, policies that allow it in relayed rooms. */
  readonly needsRouted?: boolean
  /** True forbids caches: this feature takes sessions away from rooms. */
  readonly retiresSessions?: boolean
  readonly routes?: readonly Route[]
  /** Addresses that are about no room: pages to read, and where other machines tell something. */
  readonly doors?: readonly OpenDoor[]
  /** Asked before the site's rule; throws BackendError to turn a request away. */
  readonly onArrival?: (arrival: Arrival) => Promise<void>
  /** Asked of everybody the rule has let in, whatever they want. */
  readonly onVisit?: (visit: Visit) => Promise<void>
  /** Asked of those who want to join, with the body of their request, in the order of the features; may say who they are. */
  readonly onJoin?: (
    visit: JoinVisit,
    body: Readonly<Record<string, unknown>>,
  ) => Promise<Welcome | void>
  /** Asked of those who have joined and want something of the room; throws BackendError for whom it has put out. */
  readonly onRemain?: (visit: Visit, insider: Insider) => Promise<void>
  /** What the feature adds to the credentials of those who get in; throws BackendError for whom it does not let in after all. */
  readonly onAdmitted?: (visit: JoinVisit, sessionId: string) => Promise<object>
  /** Hears that a host has put somebody out. */
  readonly onRemoved?: (removal: Removal) => Promise<void>
  /** Hears that a session is no longer its room's. */
  readonly onRetired?: (meeting: Meeting) => Promise<void>
}

/** What a feature knows of somebody whom it lets join. */
export interface Welcome extends Partial<Pick<JoinVisit, 'name' | 'visitor'>> {
  /** Like `onAdmitted`, and about this join alone. */
  readonly onAdmitted?: (visit: JoinVisit, sessionId: string) => Promise<object>
}

/** A room's session, from its first join to the end of the meeting. */
export interface Meeting {
  readonly room: string
  readonly sessionId: string
}

/** Somebody whom a host has put out. */
export interface Removal {
  readonly room: string
  /** The id that others see; undefined where the host has only named a connection, which the platform ties to nobody. */
  readonly visitor: string | undefined
}

/** An address without a room; whoever asks there proves by themselves who they are, if it matters. */
export interface OpenDoor {
  /** A GET must change nothing. */
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Resolves with what to answer; throws BackendError. */
  readonly handle: (request: Request) => Told | Promise<Told>
}

/** An answer; without a text it is a 204. */
export interface Told {
  readonly text?: string
  /** With the `Content-Type`. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A feature that waits for the backend it is for. */
export type FeatureFor = (place: Place) => Feature
