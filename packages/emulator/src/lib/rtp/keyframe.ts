import type { Codec } from '../media/sdp/medium.ts'
import type { Vp8Descriptor } from './vp8-descriptor.ts'

/**
 * Whether a video packet is the first one of a picture that needs no other. (VP8: RFC 7741; VP9: RFC 9628,
 * section 4.2; H.264: RFC 6184; AV1: its RTP payload specification, section 4.4.)
 */
export function startsKeyframe(
  codec: Codec,
  payload: Buffer,
  vp8: Vp8Descriptor | undefined,
): boolean {
  const first = payload[0] ?? 0
  switch (codec) {
    case 'VP8':
      return vp8?.size !== undefined
    case 'VP9': {
      const [isInterPredicted, beginsFrame] = [(first & 0x40) !== 0, (first & 0x08) !== 0]
      return beginsFrame && !isInterPredicted && spatialLayer(payload) === 0
    }
    case 'H264':
      return startsSequence(payload)
    case 'AV1':
      return (first & 0x08) !== 0
    case 'opus':
      return true
    default:
      return codec satisfies never
  }
}

function spatialLayer(payload: Buffer): number {
  const first = payload[0] ?? 0
  if ((first & 0x20) === 0) return 0
  const hasPictureId = (first & 0x80) !== 0
  const isLong = hasPictureId && ((payload[1] ?? 0) & 0x80) !== 0
  const layers = payload[1 + (hasPictureId ? 1 : 0) + (isLong ? 1 : 0)] ?? 0
  return (layers >> 1) & 7
}

const nal = { idr: 5, sps: 7, stapA: 24, fuA: 28 }

function startsSequence(payload: Buffer): boolean {
  const type = (payload[0] ?? 0) & 0x1f
  if (type === nal.fuA) {
    const head = payload[1] ?? 0
    return (head & 0x80) !== 0 && (head & 0x1f) === nal.sps
  }
  if (type !== nal.stapA) return type === nal.sps
  return payload.length > 3 && ((payload[3] ?? 0) & 0x1f) === nal.sps
}
