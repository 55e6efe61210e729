import { distance32 } from '../rtp/sequence.ts'
import { createSlidingMinimum } from './sliding-minimum.ts'

/** An RTCP sender report: what the sender's clock showed, in milliseconds since the epoch, at that RTP timestamp. */
export interface SenderMoment {
  readonly sentAt: number
  readonly timestamp: number
}

/** When the packets of one source were sent, and how long they travel. */
export interface SendingClock {
  /** A packet, in the order of sending. */
  learn(timestamp: number, arrivedAt: number): void
  report(moment: SenderMoment): void
  /** The source begins anew: what was known of its timestamps is no longer true. */
  restart(): void
  hasReport(): boolean
  /** Milliseconds by the sender's clock, or since any moment as long as there is no report. */
  sentAt(timestamp: number): number
  /** The least of arrival minus sending of the last seconds; holds the difference of the clocks too. */
  delay(): number | undefined
}

const windowMs = 5000
// Timestamps that differ from the arrivals by more have been set anew by the sender, or stood still.
const jumpMs = 5000

export function createSendingClock({ ticksPerMs }: { readonly ticksPerMs: number }): SendingClock {
  let delays = createSlidingMinimum({ windowMs })
  let reference: SenderMoment | undefined
  let latest: { readonly timestamp: number; readonly arrivedAt: number } | undefined
  let isReported = false

  function sentAt(timestamp: number): number {
    if (reference === undefined) return 0
    return reference.sentAt + distance32(timestamp, reference.timestamp) / ticksPerMs
  }

  function restart(): void {
    delays = createSlidingMinimum({ windowMs })
    reference = undefined
    latest = undefined
    isReported = false
  }

  function isJump(timestamp: number, arrivedAt: number): boolean {
    if (latest === undefined) return false
    const sending = distance32(timestamp, latest.timestamp) / ticksPerMs
    return Math.abs(sending - (arrivedAt - latest.arrivedAt)) > jumpMs
  }

  return {
    sentAt,
    hasReport: () => isReported,
    delay: () => delays.value(),
    learn: (timestamp, arrivedAt) => {
      if (isJump(timestamp, arrivedAt)) restart()
      // Moved along, lest a long recording without reports outlives the 32 bits.
      if (!isReported) reference = { sentAt: sentAt(timestamp), timestamp }
      latest = { timestamp, arrivedAt }
      delays.add(arrivedAt - sentAt(timestamp), arrivedAt)
    },
    report: (moment) => {
      const before = latest && sentAt(latest.timestamp)
      reference = moment
      isReported = true
      // What was learned stays true on the new scale.
      if (latest && before !== undefined) delays.shift(before - sentAt(latest.timestamp))
    },
    restart,
  }
}
