/** What is read of RTCP; all numbers are as on the wire. */
export type Rtcp = SenderReport | ReceiverReport | Nack | KeyframeRequest | BandwidthEstimate

/** RFC 3550, section 6.4.1. */
export interface SenderReport {
  readonly type: 'sender-report'
  readonly ssrc: number
  /** Seconds since 1900 and its 32-bit fraction. */
  readonly ntp: Ntp
  readonly timestamp: number
}

export interface Ntp {
  readonly seconds: number
  readonly fraction: number
}

/** What a receiver says of one source (RFC 3550, section 6.4.2). */
export interface ReceiverReport {
  readonly type: 'receiver-report'
  readonly ssrc: number
  /** Lost since the last report, in 1/256. */
  readonly fractionLost: number
  /** The middle of the NTP time of the last sender report it got; 0 for none. */
  readonly lastReport: number
  /** How long ago that was, in 1/65536 s. */
  readonly delaySinceLastReport: number
}

/** RFC 4585, section 6.2.1. */
export interface Nack {
  readonly type: 'nack'
  readonly ssrc: number
  readonly sequences: readonly number[]
}

/** A picture loss indication (RFC 4585) or a full intra request (RFC 5104). */
export interface KeyframeRequest {
  readonly type: 'keyframe-request'
  readonly ssrc: number
}

/** What a receiver can take, all sources together (draft-alvestrand-rmcat-remb). */
export interface BandwidthEstimate {
  readonly type: 'bandwidth-estimate'
  readonly bitsPerSecond: number
}

const types = {
  senderReport: 200,
  receiverReport: 201,
  transportFeedback: 205,
  payloadFeedback: 206,
}

/** Whether a packet is RTCP rather than RTP (RFC 5761). */
export function isRtcp(packet: Buffer): boolean {
  const type = packet[1] ?? 0
  return type >= 192 && type <= 223
}

/** Reads a compound packet; parts that are of no use here, or broken, are left out. */
export function readRtcp(compound: Buffer): readonly Rtcp[] {
  const read: Rtcp[] = []
  for (let at = 0; at + 8 <= compound.length;) {
    const end = at + (compound.readUInt16BE(at + 2) + 1) * 4
    if (end > compound.length) break
    read.push(...readPart(compound.subarray(at, end)))
    at = end
  }
  return read
}

function readPart(part: Buffer): readonly Rtcp[] {
  const count = (part[0] ?? 0) & 0x1f
  switch (part[1]) {
    case types.senderReport:
      return part.length < 28 ? [] : [readSenderReport(part), ...readReports(part, 28)]
    case types.receiverReport:
      return readReports(part, 8)
    case types.transportFeedback:
      return count === 1 && part.length >= 16 ? [readNack(part)] : []
    case types.payloadFeedback:
      return readPayloadFeedback(part, count)
    default:
      return []
  }
}

function readSenderReport(part: Buffer): SenderReport {
  return {
    type: 'sender-report',
    ssrc: part.readUInt32BE(4),
    ntp: { seconds: part.readUInt32BE(8), fraction: part.readUInt32BE(12) },
    timestamp: part.readUInt32BE(16),
  }
}

function readReports(part: Buffer, start: number): readonly ReceiverReport[] {
  const reports: ReceiverReport[] = []
  for (let at = start; at + 24 <= part.length; at += 24) {
    reports.push({
      type: 'receiver-report',
      ssrc: part.readUInt32BE(at),
      fractionLost: part.readUInt8(at + 4),
      lastReport: part.readUInt32BE(at + 16),
      delaySinceLastReport: part.readUInt32BE(at + 20),
    })
  }
  return reports
}

function readNack(part: Buffer): Nack {
  const sequences: number[] = []
  for (let at = 12; at + 4 <= part.length; at += 4) {
    const first = part.readUInt16BE(at)
    const following = part.readUInt16BE(at + 2)
    sequences.push(first)
    for (let bit = 0; bit < 16; bit += 1) {
      if ((following >> bit) & 1) sequences.push((first + bit + 1) & 0xffff)
    }
  }
  return { type: 'nack', ssrc: part.readUInt32BE(8), sequences }
}

const feedback = { pictureLoss: 1, fullIntra: 4, application: 15 }

function readPayloadFeedback(part: Buffer, format: number): readonly Rtcp[] {
  if (part.length < 12) return []
  if (format === feedback.pictureLoss) {
    return [{ type: 'keyframe-request', ssrc: part.readUInt32BE(8) }]
  }
  if (format === feedback.fullIntra && part.length >= 20) {
    return [{ type: 'keyframe-request', ssrc: part.readUInt32BE(12) }]
  }
  const isEstimate = format === feedback.application && part.length >= 20
  if (!isEstimate || part.toString('latin1', 12, 16) !== 'REMB') return []
  const exponent = (part[17] ?? 0) >> 2
  const mantissa = (((part[17] ?? 0) & 3) << 16) | part.readUInt16BE(18)
  return [{ type: 'bandwidth-estimate', bitsPerSecond: mantissa * 2 ** exponent }]
}
