import type { RecordedFile } from '../recording/recorded-file.ts'
import type { NetworkImpairment } from './impairment.ts'
import type { QualityEvent } from './quality-event.ts'
import type { Wants } from './wants.ts'

/** What a session asks of the media router. Legs are peer connections of clients; their names are unique in a session. */
export type MediaCommand =
  | OpenPublisher
  | OpenSubscriber
  | ({ readonly type: 'negotiate'; readonly leg: string } & Negotiation)
  | Record
  | Listen
  | OpenGuest
  | { readonly type: 'play'; readonly leg: string; readonly frame: GuestFrame }
  | { readonly type: 'want'; readonly leg: string; readonly wants: Wants }
  | { readonly type: 'close'; readonly leg: string }
  | { readonly type: 'impair'; readonly network: ClientNetwork }

/** How a client is connected; all its legs share that. */
export interface ClientNetwork {
  readonly connection: string
  readonly impairment: NetworkImpairment
}

/** A client is about to offer what it publishes. */
export interface OpenPublisher {
  readonly type: 'open-publisher'
  readonly leg: string
  readonly network: ClientNetwork
}

/** A client is to be offered what another leg publishes, as soon as that is known. */
export interface OpenSubscriber {
  readonly type: 'open-subscriber'
  readonly leg: string
  readonly network: ClientNetwork
  /** The leg that publishes. */
  readonly source: string
  readonly wants: Wants
  /** What becomes of a picture that the network does not carry. */
  readonly fallback: 'audio' | 'none'
}

/** What a leg publishes is to be written into a file, until the leg of the recording is closed. */
export interface Record {
  readonly type: 'record'
  readonly leg: string
  readonly source: string
  /** Of a WebM file. */
  readonly path: string
  /** When time 0 of the file is, in milliseconds since the epoch. */
  readonly startedAt: number
  readonly tracks: 'audio' | 'video' | 'both'
}

/** The sound of what a leg publishes is to be handed out, until the leg of the listener is closed. */
export interface Listen {
  readonly type: 'listen'
  readonly leg: string
  readonly source: string
}

/** The platform itself is about to publish; nothing is negotiated. */
export interface OpenGuest {
  readonly type: 'open-guest'
  readonly leg: string
  readonly kinds: readonly ('audio' | 'video')[]
}

/** A packet of Opus or a frame of VP8. */
export interface GuestFrame {
  readonly kind: 'audio' | 'video'
  /** In ticks of RTP: 48,000 a second for sound, 90,000 for a picture. */
  readonly timestamp: number
  readonly data: Uint8Array
}

/** One step of an offer and its answer, as clients write them. */
export type Negotiation =
  | { readonly step: 'offer' | 'answer'; readonly sdp: string }
  | { readonly step: 'candidate'; readonly candidate: string; readonly mid: string }

/** What the media router tells a session. */
export type MediaEvent =
  | ({ readonly type: 'negotiate'; readonly leg: string } & Negotiation)
  /** Media can flow. */
  | { readonly type: 'connected'; readonly leg: string }
  /** A publisher has to offer once more: its connection cannot be used. */
  | { readonly type: 'offer-wanted'; readonly leg: string }
  /** Nothing flows any more, or what the client said cannot be used. */
  | { readonly type: 'failed'; readonly leg: string; readonly reason: string }
  /** A recording is complete; without a file when nothing came. */
  | { readonly type: 'recorded'; readonly leg: string; readonly file?: RecordedFile }
  /** An RTP packet of the sound that is listened to; its payload is Opus. */
  | { readonly type: 'heard'; readonly leg: string; readonly packet: Uint8Array }
  /** Somebody cannot decode the picture of a guest before its next keyframe. */
  | { readonly type: 'keyframe-wanted'; readonly leg: string }
  | { readonly type: 'quality'; readonly leg: string; readonly event: QualityEvent }
