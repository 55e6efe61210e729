import type { Ntp } from '../../rtp/rtcp.ts'
import { distance32 } from '../../rtp/sequence.ts'
import type { SendingReport } from '../../rtp/write-rtcp.ts'
import type { OutgoingMedium } from '../sdp/write-offer.ts'
import type { Incoming } from './incoming.ts'
import { writeSendTime } from './incoming.ts'
import type { SenderClock } from './reception.ts'
import { createRenumbering } from './renumbering.ts'
import type { Origin } from './renumbering.ts'

/** One continuous stream of packets to a receiver, whatever layers it is made of. */
export interface Outgoing {
  /** Sends a packet of the layer that is being sent. */
  pass(packet: Incoming): void
  /** Leaves a packet out, so that its absence does not look like a loss. */
  skip(packet: Incoming): void
  /** A layer begins with this packet, or takes over from another; the clocks of both keep the picture in time. */
  takeOver(packet: Incoming, from: Succession): void
  /** What went out under that number: the SSRC of its layer, and its number there. */
  sent(sequence: number): Origin | undefined
  /** Sends it once more. */
  repeat(packet: Incoming, sequence: number): void
  /** Sends bytes that mean nothing, at the time of the last packet, to see whether they get through. */
  pad(bytes: number, last: Incoming | undefined): void
  /** What is said of the sender's clock; `undefined` while nothing is sent. */
  report(clock: SenderClock): SendingReport | undefined
  /** Everything that has gone out, padding included. */
  bytes(): number
}

/** What was sent until now: the latest packet of that layer, and the clocks of both senders. */
export interface Succession {
  readonly last: Incoming | undefined
  readonly before: SenderClock | undefined
  readonly after: SenderClock | undefined
}

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
  let timestampOffset = 0
  let baseOffset = 0
  let rtxSequence = Math.floor(Math.random() * 0x8000)
  let packets = 0
  let bytes = 0
  let padding = 0

  /** The packet with its fields for this receiver. */
  const rewrite = (packet: Incoming, sequence: number): Buffer => {
    const { draft, vp8, payloadOffset } = packet
    draft.writeUInt16BE(sequence, at.sequence)
    draft.writeUInt32BE((packet.timestamp + timestampOffset) >>> 0, at.timestamp)
    draft.writeUInt32BE(ssrc, at.ssrc)
    if (vp8?.base) {
      draft[payloadOffset + vp8.base.at] = (vp8.base.index + baseOffset) & 0xff
    }
    if (vp8?.pictureId) {
      const id = pictureIds.pass(vp8.pictureId.value) ?? vp8.pictureId.value
      writePictureId(draft, payloadOffset + vp8.pictureId.at, { id, bits: vp8.pictureId.bits })
    }
    return draft
  }
  const transmit = (packet: Buffer) => {
    send(packet)
    packets += 1
    bytes += packet.length
  }
  const pass = (packet: Incoming) => {
    const sequence = sequences.pass(packet.sequence)
    if (sequence === undefined) return
    transmit(rewrite(packet, sequence))
  }
  /** What to add to timestamps of the layer that begins with this packet. */
  const offsetOf = (packet: Incoming, last: Incoming, { before, after }: Succession): number => {
    const lastOut = (last.timestamp + timestampOffset) >>> 0
    const elapsed = Math.round(((packet.arrivedAt - last.arrivedAt) * clockRate) / 1000)
    const byArrival = (lastOut + elapsed - packet.timestamp) | 0
    const offset =
      before && after ? timestampOffset + offsetBetween(before, after, clockRate) : byArrival
    // Clocks can be wrong, and time must not stand still.
    const ahead = distance32((packet.timestamp + offset) >>> 0, lastOut)
    return ahead > 0 && ahead < elapsed + clockRate ? offset | 0 : byArrival + 1
  }

  return {
    pass,
    skip: ({ sequence, vp8 }) => {
      sequences.skip(sequence)
      if (vp8?.pictureId && vp8.startsFrame) pictureIds.skip(vp8.pictureId.value)
    },
    takeOver: (packet, from) => {
      const { vp8, sequence, ssrc: layer } = packet
      sequences.begin(sequence, layer)
      if (vp8?.pictureId) {
        if (vp8.pictureId.bits !== pictureIdBits) {
          pictureIdBits = vp8.pictureId.bits
          pictureIds = createRenumbering(pictureIdBits)
        }
        pictureIds.begin(vp8.pictureId.value, layer)
      }
      // What comes back after a while has the same clock, and the same numbers, as before.
      if (from.last !== undefined && from.last.ssrc !== layer) {
        const base = (from.last.vp8?.base?.index ?? 0) + baseOffset
        if (vp8?.base) baseOffset = (base + 1 - vp8.base.index) & 0xff
        timestampOffset = offsetOf(packet, from.last, from)
      }
      pass(packet)
    },
    sent: sequences.origin,
    repeat: (packet, sequence) => {
      const { payloadOffset, sendTimeOffset } = packet
      const out = rewrite(packet, sequence)
      if (sendTimeOffset > 0) writeSendTime(out, sendTimeOffset, performance.now())
      if (rtxPayloadType === undefined) return transmit(out)
      const retransmission = Buffer.concat([
        out.subarray(0, payloadOffset),
        Buffer.from([sequence >> 8, sequence & 0xff]),
        out.subarray(payloadOffset),
      ])
      send(asRtx(retransmission))
    },
    pad: (count, last) => {
      const timestamp = ((last?.timestamp ?? 0) + timestampOffset) >>> 0
      if (rtxPayloadType === undefined) return
      for (let left = count; left > 0; left -= mostPadding) {
        const packet = Buffer.alloc(12 + mostPadding)
        packet.writeUInt8(0xa0, 0)
        packet.writeUInt32BE(timestamp, at.timestamp)
        packet.writeUInt8(mostPadding, packet.length - 1)
        padding += packet.length
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
    bytes: () => bytes + padding,
  }

  function asRtx(packet: Buffer): Buffer {
    packet[1] = ((packet[1] ?? 0) & 0x80) | (rtxPayloadType ?? 0)
    rtxSequence = (rtxSequence + 1) & 0xffff
    packet.writeUInt16BE(rtxSequence, at.sequence)
    packet.writeUInt32BE(rtxSsrc, at.ssrc)
    return packet
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

function writePictureId(
  packet: Buffer,
  offset: number,
  { id, bits }: { readonly id: number; readonly bits: number },
): void {
  if (bits === 15) packet.writeUInt16BE(0x8000 | id, offset)
  else packet[offset] = id
}
