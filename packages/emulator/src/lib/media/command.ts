import type { NetworkImpairment } from './impairment.ts'
import type { QualityEvent } from './quality-event.ts'
import type { Wants } from './wants.ts'

/** What a session asks of the media router. Legs are peer connections of clients; their names are unique in a session. */
export type MediaCommand =
  | OpenPublisher
  | OpenSubscriber
  | ({ readonly type: 'negotiate'; readonly leg: string } & Negotiation)
  | Record
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

/** One step of an offer and its answer, as clients write them. */
export type Negotiation =
  | { readonly step: 'offer' | 'answer'; readonly sdp: string }
  | { readonly step: 'candidate'; readonly candidate: string; readonly mid: string }

/** What the media router tells a session. */
export type MediaEvent =
  | ({ readonly type: 'negotiate'; readonly leg: string } & Negotiation)
  /** Media can flow. */
  | { readonly type: 'connected'; readonly leg: string }
  /** Nothing flows any more, or what the client said cannot be used. */
  | { readonly type: 'failed'; readonly leg: string; readonly reason: string }
  /** A recording is complete. */
  | {
      readonly type: 'recorded'
      readonly leg: string
      readonly file: {
        /** Bytes; 0 when nothing came, and then there is no file. */
        readonly size: number
        readonly durationMs: number
        readonly hasAudio: boolean
        readonly hasVideo: boolean
      }
    }
  | { readonly type: 'quality'; readonly leg: string; readonly event: QualityEvent }
