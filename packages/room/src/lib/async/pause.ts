/** Waits for some milliseconds, but no longer than until the browser says that the network is back; rejects with the signal's reason. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const over = new AbortController()
    const timer = setTimeout(() => end(resolve), milliseconds)
    const options = { signal: over.signal }
    globalThis.addEventListener?.('online', () => end(resolve), options)
    signal.addEventListener('abort', () => end(() => reject(signal.reason)), options)
    function end(settle: () => void): void {
      clearTimeout(timer)
      over.abort()
      settle()
    }
  })
}
