import { readRtp, type RtpPacket } from '../rtp/packet.ts'

export interface RtpFields {
  readonly sequence: number
  readonly timestamp: number
  readonly payload: readonly number[]
  readonly marker?: boolean
  readonly ssrc?: number
}

/** A packet of the fields that matter; numbers wrap as on the wire. */
export function rtpPacket(fields: RtpFields): RtpPacket {
  const { sequence, timestamp, payload, marker = false, ssrc = 1 } = fields
  const header = Buffer.alloc(12)
  header.writeUInt8(0x80, 0)
  header.writeUInt8((marker ? 0x80 : 0) | 96, 1)
  header.writeUInt16BE(sequence & 0xffff, 2)
  header.writeUInt32BE(timestamp >>> 0, 4)
  header.writeUInt32BE(ssrc, 8)
  const packet = readRtp(Buffer.concat([header, Buffer.from(payload)]))
  if (packet === undefined) throw new Error('not a packet')
  return packet
}
