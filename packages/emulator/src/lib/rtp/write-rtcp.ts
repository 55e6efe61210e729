import type { Ntp } from './rtcp.ts'

/** What is said of one source to its sender. */
export interface ReceptionReport {
  readonly ssrc: number
  /** Lost since the last report, in 1/256. */
  readonly fractionLost: number
  readonly totalLost: number
  /** With the number of its wraps in the upper half. */
  readonly highestSequence: number
  /** In ticks of the timestamp. */
  readonly jitter: number
  /** The middle of the last sender report's NTP time, and how long ago it came in 1/65536 s; 0 for none. */
  readonly lastReport: number
  readonly delaySinceLastReport: number
}

/** What a sender says of its source. */
export interface SendingReport {
  readonly ssrc: number
  readonly ntp: Ntp
  readonly timestamp: number
  readonly packets: number
  readonly bytes: number
}

// The sender of feedback needs a source of its own; no media has this one.
const ownSsrc = 1

export function writeReceiverReports(reports: readonly ReceptionReport[]): Buffer {
  const packet = header(201, reports.length, 8 + reports.length * 24)
  reports.forEach((report, index) => {
    const at = 8 + index * 24
    packet.writeUInt32BE(report.ssrc, at)
    packet.writeUInt8(report.fractionLost, at + 4)
    packet.writeUIntBE(Math.max(0, Math.min(report.totalLost, 0x7fffff)), at + 5, 3)
    packet.writeUInt32BE(report.highestSequence >>> 0, at + 8)
    packet.writeUInt32BE(Math.round(report.jitter) >>> 0, at + 12)
    packet.writeUInt32BE(report.lastReport >>> 0, at + 16)
    packet.writeUInt32BE(report.delaySinceLastReport >>> 0, at + 20)
  })
  return packet
}

export function writeSenderReport(report: SendingReport): Buffer {
  const packet = header(200, 0, 28)
  packet.writeUInt32BE(report.ssrc, 4)
  packet.writeUInt32BE(report.ntp.seconds, 8)
  packet.writeUInt32BE(report.ntp.fraction, 12)
  packet.writeUInt32BE(report.timestamp >>> 0, 16)
  packet.writeUInt32BE(report.packets >>> 0, 20)
  packet.writeUInt32BE(report.bytes >>> 0, 24)
  return packet
}

/** Asks for packets again; `sequences` are in ascending order, and not empty. */
export function writeNack(ssrc: number, sequences: readonly number[]): Buffer {
  const entries: { first: number; following: number }[] = []
  for (const sequence of sequences) {
    const entry = entries.at(-1)
    const distance = entry === undefined ? 0 : (sequence - entry.first) & 0xffff
    if (entry !== undefined && distance >= 1 && distance <= 16) {
      entry.following |= 1 << (distance - 1)
    } else entries.push({ first: sequence, following: 0 })
  }
  const packet = header(205, 1, 12 + entries.length * 4)
  packet.writeUInt32BE(ssrc, 8)
  entries.forEach(({ first, following }, index) => {
    packet.writeUInt16BE(first, 12 + index * 4)
    packet.writeUInt16BE(following, 14 + index * 4)
  })
  return packet
}

/** A picture loss indication. */
export function writeKeyframeRequest(ssrc: number): Buffer {
  const packet = header(206, 1, 12)
  packet.writeUInt32BE(ssrc, 8)
  return packet
}

/** How much may be sent, all these sources together. */
export function writeBandwidthEstimate(ssrcs: readonly number[], bitsPerSecond: number): Buffer {
  const packet = header(206, 15, 20 + ssrcs.length * 4)
  packet.write('REMB', 12, 'latin1')
  const exponent = Math.max(0, Math.ceil(Math.log2(Math.max(1, bitsPerSecond) / 0x3ffff)))
  const mantissa = Math.floor(bitsPerSecond / 2 ** exponent)
  packet.writeUInt8(ssrcs.length, 16)
  packet.writeUIntBE((exponent << 18) | mantissa, 17, 3)
  ssrcs.forEach((ssrc, index) => packet.writeUInt32BE(ssrc, 20 + index * 4))
  return packet
}

function header(type: number, count: number, length: number): Buffer {
  const packet = Buffer.alloc(length)
  packet.writeUInt8(0x80 | count, 0)
  packet.writeUInt8(type, 1)
  packet.writeUInt16BE(length / 4 - 1, 2)
  packet.writeUInt32BE(ownSsrc, 4)
  return packet
}
