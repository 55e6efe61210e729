/** Work that was not done in time. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError'
}

/** Waits for work for at most so many milliseconds, then rejects with DeadlineError. */
export function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const working = work()
    const late = () => reject(new DeadlineError(`Not done within ${ms} ms.`))
    const timer = setTimeout(late, ms)
    void working.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
