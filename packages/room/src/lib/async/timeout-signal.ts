/** `AbortSignal.timeout`, also in browsers older than 2022: aborts with a `TimeoutError`. */
export function timeoutSignal(milliseconds: number): AbortSignal {
  if (typeof AbortSignal.timeout === 'function') return AbortSignal.timeout(milliseconds)
  const late = new AbortController()
  const error = new DOMException('It took too long.', 'TimeoutError')
  setTimeout(() => late.abort(error), milliseconds)
  return late.signal
}
