import { readRtp } from '../../rtp/packet.ts'
import type { RtpPacket } from '../../rtp/packet.ts'
import { readVp8Descriptor } from '../../rtp/vp8-descriptor.ts'
import type { Vp8Descriptor } from '../../rtp/vp8-descriptor.ts'
import { startsKeyframe } from '../../rtp/keyframe.ts'
import { extensionUris } from '../sdp/medium.ts'
import type { Medium } from '../sdp/medium.ts'

/** A packet of a publisher, read once for everybody who gets it. */
export interface Incoming extends RtpPacket {
  /** Milliseconds, of a clock that only goes forward. */
  readonly arrivedAt: number
  /** Where its sending time (abs-send-time) is in `bytes`; 0 for nowhere. */
  readonly sendTimeOffset: number
  readonly vp8: Vp8Descriptor | undefined
  /** Whether a decoder can begin with this packet. */
  readonly startsKeyframe: boolean
  /**
   * A copy without padding, stamped with this machine's clock as it arrives. Every receiver writes its own fields over
   * those of the one before, and sends it.
   */
  readonly draft: Buffer
}

/** Reads the parts of a packet that decide where it goes; `undefined` for what cannot be read. */
export function readIncoming(
  packet: RtpPacket,
  medium: Medium,
  arrivedAt: number,
): Incoming | undefined {
  const { codec, kind, extensions } = medium
  const sendTime = packet.extensions?.get(extensions.get(extensionUris.absSendTime) ?? 0)
  const vp8 = codec === 'VP8' ? readVp8Descriptor(packet.payload) : undefined
  if (codec === 'VP8' && vp8 === undefined && packet.payload.length > 0) return undefined
  const sendTimeOffset = sendTime?.length === 3 ? sendTime.byteOffset - packet.bytes.byteOffset : 0
  const draft = withoutPadding(packet)
  if (sendTimeOffset > 0) writeSendTime(draft, sendTimeOffset, arrivedAt)
  return {
    ...packet,
    arrivedAt,
    sendTimeOffset,
    vp8,
    startsKeyframe: kind === 'audio' || startsKeyframe(codec, packet.payload, vp8),
    draft,
  }
}

/** Writes six bits of seconds and eighteen of their fraction (abs-send-time); `now` in milliseconds. */
export function writeSendTime(packet: Buffer, offset: number, now: number): void {
  packet.writeUIntBE(Math.round((now / 1000) * 2 ** 18) % 2 ** 24, offset, 3)
}

function withoutPadding({ bytes, payload, payloadOffset }: RtpPacket): Buffer {
  const copy = Buffer.from(bytes.subarray(0, payloadOffset + payload.length))
  copy.writeUInt8((copy.readUInt8(0) & ~0x20) >>> 0, 0)
  return copy
}

/**
 * The packet that was sent again in a retransmission (RFC 4588); `undefined` for one that only probes the
 * bandwidth.
 */
export function unwrapRetransmission(
  retransmission: RtpPacket,
  { payloadType, ssrc }: { readonly payloadType: number; readonly ssrc: number },
): RtpPacket | undefined {
  const { bytes, payload, payloadOffset } = retransmission
  if (payload.length <= 2) return undefined
  const original = Buffer.concat([bytes.subarray(0, payloadOffset), payload.subarray(2)])
  original.writeUInt8((original.readUInt8(0) & ~0x20) >>> 0, 0)
  original.writeUInt8((original.readUInt8(1) & 0x80) | payloadType, 1)
  original.writeUInt16BE(payload.readUInt16BE(0), 2)
  original.writeUInt32BE(ssrc, 8)
  return readRtp(original)
}
