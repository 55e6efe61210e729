import type { ReceiverReport } from '../../rtp/rtcp.ts'
import type { SendingReport } from '../../rtp/write-rtcp.ts'

/** Measures how long a report takes to a receiver and back (RFC 3550, section 6.4.1). */
export interface RoundTrip {
  sent(report: SendingReport, now: number): void
  /** Milliseconds; `undefined` when the receiver refers to no report that is known. */
  received(report: ReceiverReport, now: number): number | undefined
}

const remembered = 8

export function createRoundTrip(): RoundTrip {
  const sentAt = new Map<number, number>()
  return {
    sent: ({ ntp }, now) => {
      const middle = (((ntp.seconds & 0xffff) << 16) | (ntp.fraction >>> 16)) >>> 0
      sentAt.set(middle, now)
      const [oldest] = sentAt.keys()
      if (sentAt.size > remembered && oldest !== undefined) sentAt.delete(oldest)
    },
    received: ({ lastReport, delaySinceLastReport }, now) => {
      const at = sentAt.get(lastReport)
      if (lastReport === 0 || at === undefined) return undefined
      return Math.max(0, now - at - (delaySinceLastReport * 1000) / 65_536)
    },
  }
}
