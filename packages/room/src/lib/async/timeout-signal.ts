/** A signal that aborts with a `TimeoutError` after so many milliseconds; browsers older than 2022 have no `AbortSignal.timeout`. */
export function timeoutSignal(milliseconds: number): AbortSignal {
  if (typeof AbortSignal.timeout === 'function') return AbortSignal.timeout(milliseconds)
  const late = new AbortController()
  const error = new DOMException('It took too long.', 'TimeoutError')
  setTimeout(() => late.abort(error), milliseconds)
  return late.signal
}
