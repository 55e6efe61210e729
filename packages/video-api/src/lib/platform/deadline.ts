import { described, invalidOption } from '../options/option-checks.ts'
import { VideoError } from '../video-error.ts'

/** What may end a piece of work before it is done. */
export interface Limits {
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
}

/**
 * Runs work that ends in time, even if the work ignores the signal it is given.
 * Rejects with VideoError `timeout` or `aborted`; every other failure passes through.
 */
export async function withDeadline<T>(
  { timeoutMs, signal }: Limits,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const life = new AbortController()
  const timer = setTimeout(() => life.abort(timedOut(timeoutMs)), timeoutMs)
  const giveUp = () => life.abort(aborted(signal))
  signal?.addEventListener('abort', giveUp, { once: true })
  const ended = new Promise<never>((_, reject) => {
    life.signal.addEventListener('abort', () => reject(life.signal.reason), { once: true })
  })
  try {
    if (signal?.aborted) throw aborted(signal)
    return await Promise.race([work(life.signal), ended])
  } catch (error) {
    throw life.signal.aborted ? life.signal.reason : error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', giveUp)
  }
}

/** Checks a signal that came from a caller who may have no types. */
export function callersSignal(value: unknown): AbortSignal | undefined {
  if (value === undefined || value instanceof AbortSignal) return value
  throw invalidOption(`signal must be an AbortSignal, not ${described(value)}.`)
}

function timedOut(timeoutMs: number): VideoError {
  return new VideoError('timeout', `The platform did not answer completely within ${timeoutMs} ms.`)
}

function aborted(signal: AbortSignal | undefined): VideoError {
  return new VideoError('aborted', 'The request was given up before the platform answered.', {
    cause: signal?.reason,
  })
}
