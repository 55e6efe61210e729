/** What precedes a part of a VP8 frame in a packet (RFC 7741, section 4.2), as far as a router reads it. */
export interface Vp8Descriptor {
  /** Where the frame's own bytes begin in the payload. */
  readonly length: number
  readonly startsFrame: boolean
  readonly pictureId?: Vp8PictureId
  /** The number of the last frame that others build on, 8 bits, and where in the payload it is. */
  readonly base?: { readonly index: number; readonly at: number }
  /** 0 is the layer that all others need. */
  readonly temporalLayer: number
  /** Whether a decoder can enter the temporal layer here. */
  readonly isSync: boolean
  /** Present in the first packet of a keyframe. */
  readonly size?: { readonly width: number; readonly height: number }
}

export interface Vp8PictureId {
  readonly value: number
  /** 7 or 15. */
  readonly bits: number
  /** Where it is in the payload. */
  readonly at: number
}

/** Reads the descriptor; `undefined` when the payload is too short for the one it announces. */
export function readVp8Descriptor(payload: Buffer): Vp8Descriptor | undefined {
  const first = payload[0]
  if (first === undefined) return undefined
  const extended = (first & 0x80) !== 0
  const flags = extended ? (payload[1] ?? 0) : 0
  let at = extended ? 2 : 1

  let pictureId: Vp8PictureId | undefined
  if ((flags & 0x80) !== 0) {
    const bits = ((payload[at] ?? 0) & 0x80) !== 0 ? 15 : 7
    if (at + (bits === 15 ? 2 : 1) > payload.length) return undefined
    const value = bits === 15 ? payload.readUInt16BE(at) & 0x7fff : (payload[at] ?? 0)
    pictureId = { value, bits, at }
    at += bits === 15 ? 2 : 1
  }
  let base: Vp8Descriptor['base']
  if ((flags & 0x40) !== 0) {
    base = { index: payload[at] ?? 0, at }
    at += 1
  }
  const layers = (flags & 0x30) !== 0 ? (payload[at++] ?? 0) : 0
  if (at >= payload.length) return undefined

  const startsFrame = (first & 0x17) === 0x10
  const size = startsFrame ? keyframeSize(payload, at) : undefined
  return {
    length: at,
    startsFrame,
    ...(pictureId && { pictureId }),
    ...(base && { base }),
    temporalLayer: (flags & 0x20) !== 0 ? layers >> 6 : 0,
    isSync: (layers & 0x20) !== 0,
    ...(size && { size }),
  }
}

/** The size in a keyframe's header (RFC 6386, section 9.1); `undefined` for other frames. */
function keyframeSize(payload: Buffer, at: number): Vp8Descriptor['size'] {
  const isKeyframe = ((payload[at] ?? 1) & 1) === 0
  if (!isKeyframe || payload.length < at + 10) return undefined
  return {
    width: payload.readUInt16LE(at + 6) & 0x3fff,
    height: payload.readUInt16LE(at + 8) & 0x3fff,
  }
}
