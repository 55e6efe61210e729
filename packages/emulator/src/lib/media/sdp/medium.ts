/** A codec that can be forwarded and recorded. */
export type Codec = 'opus' | 'VP8' | 'VP9' | 'H264' | 'AV1'

/** What a publisher sends of one kind, as was agreed with it. */
export interface Medium {
  readonly kind: 'audio' | 'video'
  /** The name of its section. */
  readonly mid: string
  readonly codec: Codec
  /** Ticks of its timestamps in a second. */
  readonly clockRate: number
  readonly payloadType: number
  /** The payload type of retransmissions (RFC 4588), where they have their own. */
  readonly rtxPayloadType?: number
  /** The parameters of the codec, as in `a=fmtp`. */
  readonly parameters?: string
  /** Ids of header extensions by their URI. */
  readonly extensions: ReadonlyMap<string, number>
  /** One, or the layers of simulcast with the smallest first. */
  readonly encodings: readonly Encoding[]
}

/** One size of a picture, or the sound. */
export interface Encoding {
  /** Absent where layers are known by `rid` (RFC 8852) alone. */
  readonly ssrc?: number
  readonly rtxSsrc?: number
  readonly rid?: string
}

export const extensionUris = {
  audioLevel: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  absSendTime: 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  mid: 'urn:ietf:params:rtp-hdrext:sdes:mid',
  rid: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  repairedRid: 'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
} as const

/** Whether packets mean the same under both. */
export function isSameMedium(one: Medium, other: Medium): boolean {
  return describe(one) === describe(other)
}

function describe(medium: Medium): string {
  // A client that negotiates again writes the same parameters in another order.
  const parameters = medium.parameters?.split(';').map((parameter) => parameter.trim())
  return JSON.stringify({
    ...medium,
    parameters: parameters?.toSorted(),
    extensions: [...medium.extensions],
  })
}
