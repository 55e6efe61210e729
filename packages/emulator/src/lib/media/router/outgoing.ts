import type { Ntp } from '../../rtp/rtcp.ts'
import { distance32 } from '../../rtp/sequence.ts'
import type { SendingReport } from '../../rtp/write-rtcp.ts'
import type { OutgoingMedium } from '../sdp/write-offer.ts'
import type { Incoming } from './incoming.ts'
import { createMeter } from './reception.ts'
import type { SenderClock } from './reception.ts'
import { createRenumbering } from './renumbering.ts'

/** One continuous stream of packets to a receiver, whatever layers it is made of. */
export interface Outgoing {
  /** Sends a packet of the layer that is being sent. */
  pass(packet: Incoming): void
  /** Leaves a packet out, so that its absence does not look like a loss. */
  skip(packet: Incoming): void
  /** Another layer takes over with this packet; the clocks of both senders keep the picture in time. */
  takeOver(packet: Incoming, clocks: Clocks): void
  /** What went out under that number. */
  sent(sequence: number): Sent | undefined
  /** Sends it once more. */
  repeat(packet: Incoming, sequence: number): void
  /** Sends bytes that mean nothing, to see whether they get through. */
  pad(bytes: number, now: number): void
  /** What is said of the sender's clock; `undefined` while nothing is sent. */
  report(clock: SenderClock): SendingReport | undefined
  bitsPerSecond(now: number): number
}

export interface Clocks {
  readonly before: SenderClock | undefined
  readonly after: SenderClock | undefined
}

/** Which packet it was, by its number in its own layer. */
export interface Sent {
  readonly ssrc: number
  readonly sequence: number
}

const remembered = 1024
const mostPadding = 224
// Where the fields of the fixed header are.
const at = { sequence: 2, timestamp: 4, ssrc: 8 }

export function createOutgoing(
  { medium, ssrc, rtxSsrc }: OutgoingMedium,
  send: (packet: Buffer) => void,
): Outgoing {
  const { rtxPayloadType, clockRate } = medium
  const sequences = createRenumbering(16)
  let pictureIds = createRenumbering(15)
  let pictureIdBits = 15
  const history = createHistory()
  let timestampOffset = 0
  let baseOffset = 0
  const last = { timestamp: 0, base: 0, arrivedAt: 0 }
  let rtxSequence = Math.floor(Math.random() * 0x8000)
  let packets = 0
  let bytes = 0
  const rate = createMeter()

  /** The packet with its fields for this receiver. */
  const rewrite = (packet: Incoming, sequence: number): Buffer => {
    const { draft, vp8, payloadOffset, sendTimeOffset } = packet
    draft.writeUInt16BE(sequence, at.sequence)
    draft.writeUInt32BE((packet.timestamp + timestampOffset) >>> 0, at.timestamp)
    draft.writeUInt32BE(ssrc, at.ssrc)
    if (sendTimeOffset > 0) writeSendTime(draft, sendTimeOffset)
    if (vp8?.base) {
      draft[payloadOffset + vp8.base.at] = (vp8.base.index + baseOffset) & 0xff
    }
    if (vp8?.pictureId) {
      const id = pictureIds.pass(vp8.pictureId.value) ?? vp8.pictureId.value
      writePictureId(draft, payloadOffset + vp8.pictureId.at, { id, bits: vp8.pictureId.bits })
    }
    return draft
  }
  const transmit = (packet: Buffer, now: number) => {
    send(packet)
    packets += 1
    bytes += packet.length
    rate.add(packet.length, now)
  }
  const pass = (packet: Incoming) => {
    const sequence = sequences.pass(packet.sequence)
    if (sequence === undefined) return
    const out = rewrite(packet, sequence)
    history.note(sequence, packet)
    const timestamp = (packet.timestamp + timestampOffset) >>> 0
    if (packets === 0 || distance32(timestamp, last.timestamp) >= 0) {
      last.timestamp = timestamp
      last.base = ((packet.vp8?.base?.index ?? 0) + baseOffset) & 0xff
      last.arrivedAt = packet.arrivedAt
    }
    transmit(out, packet.arrivedAt)
  }

  return {
    pass,
    skip: ({ sequence, vp8 }) => {
      sequences.skip(sequence)
      if (vp8?.pictureId && vp8.startsFrame) pictureIds.skip(vp8.pictureId.value)
    },
    takeOver: (packet, { before, after }) => {
      const { vp8, sequence, timestamp, arrivedAt } = packet
      sequences.restart(sequence)
      if (vp8?.pictureId) {
        if (vp8.pictureId.bits !== pictureIdBits) {
          pictureIdBits = vp8.pictureId.bits
          pictureIds = createRenumbering(pictureIdBits)
        }
        pictureIds.restart(vp8.pictureId.value)
      }
      if (vp8?.base) baseOffset = (last.base + 1 - vp8.base.index) & 0xff
      if (packets > 0) {
        const elapsed = Math.round(((arrivedAt - last.arrivedAt) * clockRate) / 1000)
        const byArrival = (last.timestamp + elapsed - timestamp) | 0
        const offset =
          before && after ? timestampOffset + offsetBetween(before, after, clockRate) : byArrival
        // Clocks can be wrong, and time must not stand still.
        const ahead = distance32((timestamp + offset) >>> 0, last.timestamp)
        timestampOffset = ahead > 0 && ahead < elapsed + clockRate ? offset | 0 : byArrival + 1
      }
      pass(packet)
    },
    sent: history.find,
    repeat: (packet, sequence) => {
      const out = rewrite(packet, sequence)
      if (rtxPayloadType === undefined) return transmit(out, packet.arrivedAt)
      const { payloadOffset } = packet
      const retransmission = Buffer.concat([
        out.subarray(0, payloadOffset),
        Buffer.from([sequence >> 8, sequence & 0xff]),
        out.subarray(payloadOffset),
      ])
      send(asRtx(retransmission))
    },
    pad: (count, now) => {
      if (rtxPayloadType === undefined) return
      for (let left = count; left > 0; left -= mostPadding) {
        const packet = Buffer.alloc(12 + mostPadding)
        packet.writeUInt8(0xa0, 0)
        packet.writeUInt32BE(last.timestamp, at.timestamp)
        packet.writeUInt8(mostPadding, packet.length - 1)
        rate.add(packet.length, now)
        send(asRtx(packet))
      }
    },
    report: (clock) =>
      packets === 0
        ? undefined
        : {
            ssrc,
            ntp: clock.ntp,
            timestamp: (clock.timestamp + timestampOffset) >>> 0,
            packets,
            bytes,
          },
    bitsPerSecond: rate.bitsPerSecond,
  }

  function asRtx(packet: Buffer): Buffer {
    packet[1] = ((packet[1] ?? 0) & 0x80) | (rtxPayloadType ?? 0)
    rtxSequence = (rtxSequence + 1) & 0xffff
    packet.writeUInt16BE(rtxSequence, at.sequence)
    packet.writeUInt32BE(rtxSsrc, at.ssrc)
    return packet
  }
}

/** What went out lately. Numbers only: objects would be made, and thrown away, for every packet and receiver. */
function createHistory() {
  const outs = new Int32Array(remembered).fill(-1)
  const ssrcs = new Uint32Array(remembered)
  const sequences = new Uint16Array(remembered)
  return {
    note: (out: number, { ssrc, sequence }: Sent) => {
      const place = out % remembered
      outs[place] = out
      ssrcs[place] = ssrc
      sequences[place] = sequence
    },
    find: (out: number): Sent | undefined => {
      const place = out % remembered
      if (outs[place] !== out) return undefined
      return { ssrc: ssrcs[place] ?? 0, sequence: sequences[place] ?? 0 }
    },
  }
}

/** What has to be added to timestamps of the second clock to be on the first one. */
function offsetBetween(before: SenderClock, after: SenderClock, clockRate: number): number {
  const seconds = secondsOf(after.ntp) - secondsOf(before.ntp)
  return distance32(before.timestamp, after.timestamp) + Math.round(seconds * clockRate)
}

function secondsOf({ seconds, fraction }: Ntp): number {
  return seconds + fraction / 2 ** 32
}

/** Six bits of seconds and eighteen of their fraction, of this machine's clock. */
function writeSendTime(packet: Buffer, offset: number): void {
  const time = Math.round((performance.now() / 1000) * 2 ** 18)
  packet.writeUIntBE(time % 2 ** 24, offset, 3)
}

function writePictureId(
  packet: Buffer,
  offset: number,
  { id, bits }: { readonly id: number; readonly bits: number },
): void {
  if (bits === 15) packet.writeUInt16BE(0x8000 | id, offset)
  else packet[offset] = id
}
