import { VideoError } from '../video-error.ts'
import type { PlatformRequest } from './platform-request.ts'

/** What bounds the repeating of one request. */
export interface Repeating {
  readonly method: PlatformRequest['method']
  readonly retries: number
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** What decides how long to wait. */
export interface PauseCircumstances {
  /** How many repeats there were. */
  readonly repeat: number
  /** Seconds, where the platform said so. */
  readonly retryAfter: number | undefined
  /** A random number from 0 to 1. */
  readonly chance: number
}

const firstPauseMs = 100

/**
 * Sends again what failed for a moment, if a repeat is safe: reading and replacing (GET, PUT) change nothing the
 * second time, everything else may. A pause that would not end within the deadline is not begun.
 */
export async function withRepeats<T>(
  { method, retries, timeoutMs, signal }: Repeating,
  send: () => Promise<T>,
): Promise<T> {
  const isSafe = method === 'GET' || method === 'PUT'
  const started = performance.now()
  for (let repeat = 0; ; repeat++) {
    try {
      return await send()
    } catch (error) {
      if (!isSafe || repeat === retries || !isMomentary(error)) throw error
      const pause = pauseMs({ repeat, retryAfter: error.retryAfter, chance: Math.random() })
      if (performance.now() - started + pause >= timeoutMs) throw error
      await passed(pause, signal)
    }
  }
}

function isMomentary(error: unknown): error is VideoError {
  return (
    error instanceof VideoError &&
    ['network', 'rate-limited', 'upstream-error'].includes(error.code)
  )
}

/**
 * How long to wait before a repeat: up to twice as long as before each time, at random, so that those who failed
 * together do not come back together; or as long as the platform said, and a little at random.
 */
export function pauseMs({ repeat, retryAfter, chance }: PauseCircumstances): number {
  return retryAfter === undefined
    ? firstPauseMs * 2 ** repeat * chance
    : retryAfter * 1000 + firstPauseMs * chance
}

function passed(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    // Nobody waits any more; the deadline has already been answered for.
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  })
}
