/** Work that was not done in time. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError'
}

/** Runs work for at most so many milliseconds, then aborts its signal and rejects with DeadlineError. */
export async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const life = new AbortController()
  const late = new Promise<never>((_, reject) => {
    life.signal.addEventListener('abort', () => reject(life.signal.reason), { once: true })
  })
  const timer = setTimeout(() => life.abort(new DeadlineError(`Not done within ${ms} ms.`)), ms)
  try {
    return await Promise.race([work(life.signal), late])
  } finally {
    clearTimeout(timer)
  }
}
