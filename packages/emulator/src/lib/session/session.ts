import type { JsonObject } from '../wire/json.ts'
import type { Archive } from './archive/archive.ts'
import type { Broadcast } from './broadcast/broadcast.ts'
import type { Captions } from './captions/captions.ts'
import type { Render } from './composer/render.ts'
import type { Connector } from './connector/connector.ts'
import type { Resolution } from './composition/resolution.ts'
import type { NetworkImpairment } from '../media/impairment.ts'
import type { Wants } from '../media/wants.ts'
import type { Participant } from './participant/participant.ts'
import type { Leg } from './legs.ts'
import { noLimits } from './limits.ts'
import type { Limits } from './limits.ts'
import type { Source } from './routed/source.ts'
import type { Call } from './sip/call.ts'
import type { Role } from './roles.ts'

/** Whether clients send media to each other or through the platform. */
export type MediaMode = 'relayed' | 'routed'

/** What a session was created with; none of it changes afterwards. */
export interface SessionDetails {
  readonly id: string
  /** The API key or the application id that owns the session. */
  readonly key: string
  readonly mediaMode: MediaMode
  readonly archiveMode: 'manual' | 'always'
  readonly e2ee: boolean
  /** What automatic archives are called and how large they are. */
  readonly archiveName?: string
  readonly archiveResolution?: Resolution
  /** How many of what the session takes; no limits when absent. */
  readonly limits?: Limits
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

/** Who is in a session and what they publish and watch, as a value: changing it makes a new one. */
export interface Session extends SessionDetails {
  /** The moment this value describes, in milliseconds since the epoch. */
  readonly at: number
  readonly limits: Limits
  /** Which server the session is on: 1 at first, one more after each rotation. */
  readonly server: number
  /** When it moved there, in milliseconds since the epoch; absent before the first rotation. */
  readonly rotatedAt?: number
  /** Whether microphones of streams published from now on start muted. */
  readonly muteOnEntry: boolean
  /** Whether the owner has finished archives put into a bucket of their own. */
  readonly hasOwnStorage: boolean
  /** Whether media really comes, so that archives have to wait for their files. */
  readonly isFilmed: boolean
  readonly connections: ReadonlyMap<string, Connection>
  readonly streams: ReadonlyMap<string, Stream>
  /** Streams that only their publishers know of, because no media of them has come yet. */
  readonly unannounced: ReadonlyMap<string, Stream>
  readonly subscriptions: ReadonlyMap<string, Subscription>
  readonly captions: ReadonlyMap<string, Captions>
  readonly calls: ReadonlyMap<string, Call>
  readonly renders: ReadonlyMap<string, Render>
  readonly connectors: ReadonlyMap<string, Connector>
  /** Those nobody sits behind. */
  readonly participants: ReadonlyMap<string, Participant>
  /** Running and finished ones, oldest first. */
  readonly archives: ReadonlyMap<string, Archive>
  /** On air and over, oldest first. */
  readonly broadcasts: ReadonlyMap<string, Broadcast>
}

export interface Connection {
  readonly id: string
  readonly role: Role
  /** What the token said about the bearer; everybody in the session sees it. */
  readonly data: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  /** Whether the client asked not to hear of other connections. */
  readonly suppressesConnections: boolean
  /** Whether the client can move to another server of its session. */
  readonly migrates: boolean
  /** The server it is on. */
  readonly server: number
  /** A digest of the token it joined with, by which it is known when it moves. */
  readonly ticket: string
  /** What the token says of the layout of this client's streams. */
  readonly layoutClasses: readonly string[]
  /** How bad the way to it is made. */
  readonly network: NetworkImpairment
}

export interface Stream {
  readonly id: string
  /** The connection that publishes it. */
  readonly owner: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  /** Everything else the publisher said of it, except its channels. */
  readonly attributes: JsonObject
  readonly channels: readonly Channel[]
  /** The server on which its publisher announced it last. */
  readonly server: number
  /** How it comes to the media router, the newest last; none in relayed sessions. */
  readonly sources: readonly Source[]
  /** What composed recordings place the stream by. */
  readonly layoutClasses: readonly string[]
}

/** One track of a stream, with its current properties. */
export interface Channel extends JsonObject {
  readonly id: string
}

export interface Subscription {
  readonly id: string
  readonly stream: string
  /** The connection that watches. */
  readonly subscriber: string
  /** Its peer connections, the newest last; there are several only while clients change servers. */
  readonly legs: readonly Leg[]
  /** Whether the subscriber asked for captions. */
  readonly wantsCaptions: boolean
  /** What the media router is to send it. */
  readonly wants: Wants
}

/** A session nobody has entered yet. */
export function emptySession(details: SessionDetails): Session {
  return {
    ...details,
    at: details.createdAt,
    limits: details.limits ?? noLimits,
    server: 1,
    muteOnEntry: false,
    hasOwnStorage: false,
    isFilmed: false,
    connections: new Map(),
    streams: new Map(),
    unannounced: new Map(),
    subscriptions: new Map(),
    captions: new Map(),
    calls: new Map(),
    renders: new Map(),
    connectors: new Map(),
    participants: new Map(),
    archives: new Map(),
    broadcasts: new Map(),
  }
}
