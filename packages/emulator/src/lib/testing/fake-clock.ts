import type { Clock } from '../clock.ts'

/** A clock that stands still until it is told to go on. */
export interface FakeClock extends Clock {
  /** Lets so many milliseconds pass; alarms go off in order, each at its time. */
  advance(milliseconds: number): void
}

/** `start` is in milliseconds since the epoch. */
export function createFakeClock(start: number): FakeClock {
  let now = start
  const alarms = new Set<{ readonly at: number; readonly wake: () => void }>()
  const next = (until: number) =>
    [...alarms].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0]
  return {
    now: () => now,
    alarm: (at, wake) => {
      const alarm = { at, wake }
      alarms.add(alarm)
      return () => void alarms.delete(alarm)
    },
    advance: (milliseconds) => {
      const until = now + milliseconds
      for (let alarm = next(until); alarm !== undefined; alarm = next(until)) {
        alarms.delete(alarm)
        now = Math.max(now, alarm.at)
        alarm.wake()
      }
      now = until
    },
  }
}
