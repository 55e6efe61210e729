import type { RoomErrorCode } from '../errors/room-error.ts'
import { RoomError } from '../errors/room-error.ts'
import { pause } from './pause.ts'

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

/**
 * Tries until it works; rejects with what no attempt can mend, with the last failure after ten minutes, or with the
 * signal's reason.
 *
 * An attempt has a signal of its own, which aborts when it fails, so that nothing of it is left.
 */
export async function untilItWorks<Value>(
  attempt: (signal: AbortSignal) => Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  const deadline = performance.now() + patience
  for (let attempts = 0; ; attempts += 1) {
    await pause(pauses[Math.min(attempts, pauses.length - 1)] ?? 0, signal)
    const own = new AbortController()
    signal.addEventListener('abort', () => own.abort(signal.reason), { signal: own.signal })
    try {
      return await attempt(own.signal)
    } catch (error) {
      own.abort()
      signal.throwIfAborted()
      const mendable = error instanceof RoomError && passing.has(error.code)
      if (!mendable || performance.now() > deadline) throw error
    }
  }
}
