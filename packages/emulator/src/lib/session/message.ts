import type { ClientNetwork, MediaEvent } from '../media/command.ts'
import type { Wants } from '../media/wants.ts'
import type { JsonObject } from '../wire/json.ts'
import type { Act } from './guest/act.ts'
import type { Role } from './roles.ts'
import type { ServiceMessage } from './service-message.ts'

/** What can be asked of a session, by a client or by the platform itself. */
export type Message =
  | Join
  | Leave
  | Publish
  | { readonly type: 'unpublish'; readonly stream: string }
  | ChannelUpdate
  | Subscribe
  | { readonly type: 'unsubscribe'; readonly stream: string; readonly subscription: string }
  | UpdateSubscription
  | Negotiate
  | Signal
  | { readonly type: 'force-disconnect'; readonly connection: string }
  | { readonly type: 'mute-stream'; readonly stream: string }
  | MuteSession
  | { readonly type: 'rotate' }
  | { readonly type: 'settle' }
  | SenderStats
  | ClassifyStreams
  | ServiceMessage
  | { readonly type: 'media'; readonly event: MediaEvent }
  | { readonly type: 'media-lost' }
  | { readonly type: 'impair-network'; readonly network: ClientNetwork }
  | Wake

/** Nothing but the passing of time, which may be what something waits for. */
export interface Wake {
  readonly type: 'wake'
}

export interface Join {
  readonly type: 'join'
  /** What the verified token says of the joiner. */
  readonly role: Role
  readonly data: string
  readonly suppressesConnections: boolean
  /** Whether the client can move to another server of its session. */
  readonly migrates: boolean
  /** A digest of the token, by which the client is known when it moves. */
  readonly ticket: string
  /** From the token: how composed recordings place this client's streams. */
  readonly layoutClasses: readonly string[]
}

export interface Leave {
  readonly type: 'leave'
  readonly reason: 'clientDisconnected' | 'networkDisconnected'
}

export interface Publish {
  readonly type: 'publish'
  readonly stream: string
  readonly content: JsonObject
  /** What the platform plays in it; clients send media by a peer connection. */
  readonly act?: Act
}

export interface ChannelUpdate {
  readonly type: 'update-channel'
  readonly stream: string
  readonly channel: string
  readonly content: JsonObject
}

export interface Subscribe {
  readonly type: 'subscribe'
  readonly stream: string
  readonly subscription: string
  /** Whether the client decrypts what it receives. */
  readonly encrypted: boolean
  readonly wants: Wants
}

export interface UpdateSubscription {
  readonly type: 'update-subscription'
  readonly stream: string
  readonly subscription: string
  readonly channel: string
  readonly content: JsonObject
}

export interface Negotiate {
  readonly type: 'negotiate'
  readonly step: 'offer' | 'answer' | 'candidate'
  readonly stream: string
  /** The id the sender knows the subscription by; absent for the publisher's end of a routed stream. */
  readonly subscription?: string
  readonly content: JsonObject
}

export interface Signal {
  readonly type: 'signal'
  readonly id: string
  /** The only receiver; everybody when absent. */
  readonly connection?: string
  readonly content: JsonObject
}

export interface MuteSession {
  readonly type: 'mute-session'
  readonly active: boolean
  readonly excludedStreams: readonly string[]
}

/** Gives streams other layout classes, by stream id. */
export interface ClassifyStreams {
  readonly type: 'classify-streams'
  readonly classes: ReadonlyMap<string, readonly string[]>
}

export interface SenderStats {
  readonly type: 'sender-stats'
  readonly stream: string
  readonly channel: string
  readonly id: string
  readonly content: JsonObject
}
