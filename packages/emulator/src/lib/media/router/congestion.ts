/** What a receiver and the clock say of the way to it, about once a second. */
export interface Sample {
  /** Milliseconds. */
  readonly at: number
  /** Of the packets since the last sample, from 0 to 1. */
  readonly loss: number
  /** What the receiver believes it can take; absent when it has said nothing lately. */
  readonly estimate?: number
  /** What was sent to it. */
  readonly bitsPerSecond: number
  readonly roundTripMs?: number
}

/** How the way to a receiver has been. */
export interface Congestion {
  /** Since when it cannot carry what is sent; absent while it can. */
  readonly since?: number
  /** Since when it has been fine. */
  readonly clearSince?: number
  readonly samples: number
  readonly shortestRoundTripMs: number
}

export const unknownWay: Congestion = { samples: 0, shortestRoundTripMs: Infinity }

const limits = {
  /** Retransmissions fill less than this without anybody noticing. */
  loss: 0.1,
  /** A queue this long means that more is sent than passes. */
  queueMs: 250,
  /** A receiver that estimates less than this part of what it gets sees its delay grow. */
  estimate: 0.8,
  /** Until then a receiver's estimate is a guess. */
  warmUpSamples: 6,
}

/** The next judgement of the way to a receiver. */
export function judge(before: Congestion, sample: Sample): Congestion {
  const { at, loss, estimate = Infinity, bitsPerSecond, roundTripMs } = sample
  const shortest = Math.min(before.shortestRoundTripMs, roundTripMs ?? Infinity)
  const queueMs = roundTripMs === undefined ? 0 : roundTripMs - shortest
  const hasEstimate = before.samples >= limits.warmUpSamples
  const isCongested =
    loss > limits.loss ||
    queueMs > limits.queueMs ||
    (hasEstimate && estimate < bitsPerSecond * limits.estimate)
  return {
    ...(isCongested ? { since: before.since ?? at } : { clearSince: before.clearSince ?? at }),
    samples: before.samples + 1,
    shortestRoundTripMs: shortest,
  }
}
