/** What time it is, and how to be woken at another. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Calls `wake` once at that time, or soon after; the result calls it off. */
  alarm(at: number, wake: () => void): () => void
}

// A longer timer would fire at once.
const longestTimeout = 2 ** 31 - 1

/** The clock of this machine; alarms do not keep the process alive. */
export const systemClock: Clock = {
  now: Date.now,
  alarm: (at, wake) => {
    let timer: NodeJS.Timeout
    const wait = () => {
      const left = at - Date.now()
      timer = setTimeout(left > longestTimeout ? wait : wake, clamp(left)).unref()
    }
    wait()
    return () => clearTimeout(timer)
  },
}

function clamp(milliseconds: number): number {
  return Math.min(Math.max(milliseconds, 0), longestTimeout)
}
