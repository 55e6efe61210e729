import { readRtp, type RtpPacket } from '../rtp/packet.ts'
import { writeRtp } from '../rtp/write-packet.ts'

export interface RtpFields {
  readonly sequence: number
  readonly timestamp: number
  readonly payload: readonly number[]
  readonly marker?: boolean
  readonly ssrc?: number
}

/** A packet of the fields that matter; numbers wrap as on the wire. */
export function rtpPacket({ payload, marker = false, ssrc = 1, ...fields }: RtpFields): RtpPacket {
  const header = { ...fields, marker, ssrc, payloadType: 96 }
  const packet = readRtp(writeRtp(header, Uint8Array.from(payload)))
  if (packet === undefined) throw new Error('not a packet')
  return packet
}
