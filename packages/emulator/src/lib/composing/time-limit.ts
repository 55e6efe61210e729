import { EmulatorError } from '../error.ts'

interface Limits {
  readonly timeLimitMs: number
  readonly signal: AbortSignal | undefined
}

/**
 * Does some work with a signal that is aborted with the one given, or when the time is over.
 *
 * @throws {EmulatorError} `composing-failed` as the reason when the time is over
 */
export async function withTimeLimit<T>(
  { timeLimitMs, signal }: Limits,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const timer = setTimeout(() => {
    const message = `Composing took longer than ${Math.round(timeLimitMs / 1000)} seconds`
    controller.abort(new EmulatorError('composing-failed', message))
  }, timeLimitMs)
  try {
    return await work(AbortSignal.any([controller.signal, ...(signal ? [signal] : [])]))
  } finally {
    clearTimeout(timer)
  }
}
