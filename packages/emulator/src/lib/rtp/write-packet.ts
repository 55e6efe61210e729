/** The fields of a packet that is made here; all else is as in the plainest of packets. */
export interface PacketFields {
  readonly payloadType: number
  readonly marker: boolean
  /** Wraps at 16 bits. */
  readonly sequence: number
  /** Wraps at 32 bits. */
  readonly timestamp: number
  readonly ssrc: number
}

/** An RTP packet (RFC 3550, section 5.1) with these parts as its payload. */
export function writeRtp(fields: PacketFields, ...payload: readonly Uint8Array[]): Buffer {
  const { payloadType, marker, sequence, timestamp, ssrc } = fields
  const header = Buffer.alloc(12)
  header.writeUInt8(0x80, 0)
  header.writeUInt8((marker ? 0x80 : 0) | payloadType, 1)
  header.writeUInt16BE(sequence & 0xffff, 2)
  header.writeUInt32BE(timestamp >>> 0, 4)
  header.writeUInt32BE(ssrc, 8)
  return Buffer.concat([header, ...payload])
}
