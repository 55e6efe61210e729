import type { RoomErrorCode } from '../errors/room-error.ts'
import { RoomError } from '../errors/room-error.ts'
import { pause } from './pause.ts'

/** Milliseconds between two attempts; the last one is kept. */
const pauses = [0, 1000, 2000, 4000, 8000, 15_000, 30_000]
/** After so many milliseconds nobody waits for it any more. */
const patience = 10 * 60_000

/** What another attempt may mend: a network that is not back yet. */
const passing: ReadonlySet<RoomErrorCode> = new Set([
  'backend-unreachable',
  // An error page of a proxy says nothing about origins either.
  'page-not-allowed',
  'opentok-unreachable',
  'connect-failed',
  'network-lost',
  'connection-limit',
])

/** What a server answers that may take the same question later: it timed out, was too early or too often, or is ill itself. */
function isPassing({ code, refusal }: RoomError): boolean {
  if (refusal === undefined) return passing.has(code)
  return [408, 425, 429].includes(refusal.status) || refusal.status >= 500
}

/** No server is waited for longer than this between two attempts, in milliseconds. */
const longestPause = 60_000

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
  let asked = 0
  for (let attempts = 0; ; attempts += 1) {
    const usual = pauses[Math.min(attempts, pauses.length - 1)] ?? 0
    // Everybody of a room loses the same server at once, and shall not come back at once.
    const spread = usual * (1 - Math.random() / 4)
    await pause(Math.max(spread, Math.min(asked, longestPause)), signal)
    const own = new AbortController()
    signal.addEventListener('abort', () => own.abort(signal.reason), { signal: own.signal })
    try {
      return await attempt(own.signal)
    } catch (error) {
      own.abort()
      signal.throwIfAborted()
      const mendable = error instanceof RoomError && isPassing(error)
      if (!mendable || performance.now() > deadline) throw error
      asked = error.refusal?.retryAfterMs ?? 0
    }
  }
}
