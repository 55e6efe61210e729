import { distance32 } from '../rtp/sequence.ts'
import { type Kind, ticksPerMs } from './codec.ts'
import { createSendingClock, type SenderMoment } from './sending-clock.ts'

/**
 * Where packets belong in a file. By the sender reports once both kinds have one, so that lips and sound agree; by
 * arrival until then. What is learned later bends the time gently, and within a kind it always grows.
 */
export interface Timeline {
  learn(kind: Kind, timestamp: number, arrivedAt: number): void
  report(kind: Kind, moment: SenderMoment): void
  restart(kind: Kind): void
  /** Milliseconds since `startedAt`. */
  timeOf(kind: Kind, timestamp: number): number
}

// Time may run this much faster or slower to correct itself, which neither eye nor ear notices.
const bendable = 0.05
// More than this cannot be bent away; nor do kinds of one sender travel so differently.
const farMs = 1000

interface Moment {
  readonly time: number
  readonly timestamp?: number
}

/** `startedAt`: milliseconds since the epoch, by the clock that arrivals are told by. */
export function createTimeline({ startedAt }: { readonly startedAt: number }): Timeline {
  const clocks = {
    audio: createSendingClock({ ticksPerMs: ticksPerMs.audio }),
    video: createSendingClock({ ticksPerMs: ticksPerMs.video }),
  }
  const latest: Partial<Record<Kind, Moment>> = {}

  function delayOf(kind: Kind): number {
    const own = clocks[kind].delay() ?? 0
    const other = clocks[kind === 'audio' ? 'video' : 'audio']
    const isComparable = clocks[kind].hasReport() && other.hasReport()
    const others = isComparable ? other.delay() : undefined
    return others === undefined || Math.abs(own - others) > farMs ? own : Math.min(own, others)
  }

  function timeOf(kind: Kind, timestamp: number): number {
    const ideal = Math.max(0, clocks[kind].sentAt(timestamp) + delayOf(kind) - startedAt)
    const last = latest[kind]
    const elapsed =
      last?.timestamp === undefined
        ? undefined
        : Math.max(0, distance32(timestamp, last.timestamp) / ticksPerMs[kind])
    const bent =
      last === undefined || elapsed === undefined
        ? ideal
        : bend({ from: last.time, elapsed, ideal })
    const time = Math.max(bent, (last?.time ?? -1) + 1)
    latest[kind] = { timestamp, time }
    return time
  }

  return {
    learn: (kind, timestamp, arrivedAt) => clocks[kind].learn(timestamp, arrivedAt),
    report: (kind, moment) => clocks[kind].report(moment),
    restart: (kind) => {
      clocks[kind].restart()
      const last = latest[kind]
      // Nothing follows from the old timestamps but that time does not go back.
      if (last !== undefined) latest[kind] = { time: last.time }
    },
    timeOf,
  }
}

function bend(step: { from: number; elapsed: number; ideal: number }): number {
  const straight = step.from + step.elapsed
  const error = step.ideal - straight
  if (Math.abs(error) > farMs) return step.ideal
  const limit = step.elapsed * bendable
  return straight + Math.max(-limit, Math.min(limit, error))
}
