import type { RoomErrorCode } from '../errors/room-error.ts'
import { RoomError } from '../errors/room-error.ts'

/** Milliseconds between two attempts; the last one is kept. */
const pauses = [0, 1000, 2000, 4000, 8000]
/** After so many milliseconds nobody waits for it any more. */
const patience = 10 * 60_000

/** What another attempt may mend: a network that is not back yet. */
const passing: ReadonlySet<RoomErrorCode> = new Set([
  'backend-unreachable',
  'opentok-unreachable',
  'connect-failed',
  'network-lost',
  'connection-limit',
])

/** Tries until it works; rejects with what no attempt can mend, with the last failure after ten minutes, or with the signal's reason. */
export async function untilItWorks<Value>(
  attempt: () => Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  const deadline = performance.now() + patience
  for (let attempts = 0; ; attempts += 1) {
    await pause(pauses[Math.min(attempts, pauses.length - 1)] ?? 0, signal)
    try {
      return await attempt()
    } catch (error) {
      signal.throwIfAborted()
      const mendable = error instanceof RoomError && passing.has(error.code)
      if (!mendable || performance.now() > deadline) throw error
    }
  }
}

/** Waits, but no longer than until the browser says that the network is back. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
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
