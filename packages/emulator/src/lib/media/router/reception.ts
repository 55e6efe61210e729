import type { Ntp } from '../../rtp/rtcp.ts'
import { distance16, distance32 } from '../../rtp/sequence.ts'
import type { ReceptionReport } from '../../rtp/write-rtcp.ts'
import type { Incoming } from './incoming.ts'

/** What is known of one source: which packets came, which are missing, and how the network treats it. */
export interface Reception {
  readonly ssrc: number
  /** `false` for a packet that was there already. */
  take(packet: Incoming): boolean
  /** The packet with the highest number. */
  readonly latest: Incoming | undefined
  /** A packet by its sequence number, while it is remembered. */
  find(sequence: number): Incoming | undefined
  noteReport(ntp: Ntp, timestamp: number, now: number): void
  /** The sender's own clock, once it has told of it. */
  readonly clock: SenderClock | undefined
  /** What to ask for again now, in ascending order. */
  missing(now: number): readonly number[]
  report(now: number): ReceptionReport
  /** Over about the last second. */
  bitsPerSecond(now: number): number
}

export interface SenderClock {
  readonly ntp: Ntp
  readonly timestamp: number
}

const remembered = 1024
const longestGap = 256
const mostRequests = 8
// Asking again too soon gets everything twice.
const patienceMs = { first: 10, again: 80 }

interface Hole {
  readonly sequence: number
  askAt: number
  requests: number
}

export function createReception(ssrc: number, clockRate: number): Reception {
  const packets = Array.from<Incoming | undefined>({ length: remembered })
  let holes: Hole[] = []
  let highest = -1
  let wraps = 0
  let latest: Incoming | undefined
  let first = 0
  let received = 0
  let reported = { expected: 0, received: 0 }
  let jitter = 0
  let transit: number | undefined
  let clock: SenderClock | undefined
  let clockAt = 0
  const rate = createMeter()

  const noteJitter = ({ arrivedAt, timestamp }: Incoming) => {
    const next = ((arrivedAt * clockRate) / 1000 - timestamp) | 0
    if (transit !== undefined) jitter += (Math.abs(distance32(next, transit)) - jitter) / 16
    transit = next
  }
  const openHoles = (from: number, to: number, now: number) => {
    const count = distance16(to, from)
    if (count > longestGap) {
      holes = []
      return
    }
    for (let step = 0; step < count; step += 1) {
      const sequence = (from + step) & 0xffff
      holes.push({ sequence, askAt: now + patienceMs.first, requests: 0 })
    }
  }
  const start = (sequence: number) => {
    highest = first = sequence
    wraps = 0
    received = 0
    reported = { expected: 0, received: 0 }
  }
  const expected = () => wraps * 0x10000 + highest - first + 1

  return {
    ssrc,
    take: (packet) => {
      const { sequence, arrivedAt } = packet
      if (highest < 0) start(sequence)
      const steps = distance16(sequence, highest)
      if (packets[sequence % remembered]?.sequence === sequence && steps <= 0) return false
      if (steps <= -remembered) return false
      if (steps > 0) {
        openHoles((highest + 1) & 0xffff, sequence, arrivedAt)
        if (sequence < highest) wraps += 1
        highest = sequence
        latest = packet
        noteJitter(packet)
      } else holes = holes.filter((hole) => hole.sequence !== sequence)
      packets[sequence % remembered] = packet
      received += 1
      rate.add(packet.bytes.length, arrivedAt)
      return true
    },
    get latest() {
      return latest
    },
    find: (sequence) => {
      const packet = packets[sequence % remembered]
      return packet?.sequence === sequence ? packet : undefined
    },
    noteReport: (ntp, timestamp, now) => {
      clock = { ntp, timestamp }
      clockAt = now
    },
    get clock() {
      return clock
    },
    missing: (now) => {
      if (holes.length === 0) return []
      holes = holes.filter(({ requests }) => requests < mostRequests)
      const due = holes.filter(({ askAt }) => askAt <= now)
      for (const hole of due) {
        hole.askAt = now + patienceMs.again
        hole.requests += 1
      }
      return due.map(({ sequence }) => sequence)
    },
    report: (now) => {
      const total = expected()
      const wanted = total - reported.expected
      const lost = wanted - (received - reported.received)
      reported = { expected: total, received }
      return {
        ssrc,
        fractionLost: wanted > 0 && lost > 0 ? Math.min(255, Math.round((lost * 256) / wanted)) : 0,
        totalLost: total - received,
        highestSequence: wraps * 0x10000 + highest,
        jitter,
        lastReport: clock ? middle(clock.ntp) : 0,
        delaySinceLastReport: clock ? Math.round(((now - clockAt) * 65_536) / 1000) : 0,
      }
    },
    bitsPerSecond: rate.bitsPerSecond,
  }
}

function middle({ seconds, fraction }: Ntp): number {
  return (((seconds & 0xffff) << 16) | (fraction >>> 16)) >>> 0
}

const spanMs = 250
const spans = 4

/** Measures how much passes, over the last second in steps of a quarter. */
export function createMeter(): {
  add(bytes: number, now: number): void
  bitsPerSecond(now: number): number
} {
  const bytes = new Float64Array(spans + 1)
  let current = 0
  const turn = (now: number) => {
    const span = Math.floor(now / spanMs)
    if (span <= current) return
    for (let next = Math.max(current + 1, span - spans); next <= span; next += 1) {
      bytes[next % (spans + 1)] = 0
    }
    current = span
  }
  return {
    add: (count, now) => {
      turn(now)
      bytes[current % (spans + 1)] = (bytes[current % (spans + 1)] ?? 0) + count
    },
    bitsPerSecond: (now) => {
      turn(now)
      const total = bytes.reduce((sum, count) => sum + count, 0)
      const observed = spans * spanMs + (now % spanMs)
      return (total * 8000) / observed
    },
  }
}
