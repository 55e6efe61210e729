import { VideoError } from '@ot-room/video-api'
import { busy } from '../problem/visible-error.ts'

/** So many failures in a row are no accident any more. */
const tolerated = 5
const shortestMs = 1000
const longestMs = 10_000

/** Asks the platform, or rejects at once with BackendError `platform-busy` while it is known to be down. */
export type Breaker = <T>(ask: () => Promise<T>) => Promise<T>

/**
 * Leaves a platform alone that has failed five times in a row: for a second, then longer, or for as long as it
 * asks for, and never for more than ten. Then one request finds out whether it is back.
 */
export function createBreaker(now: () => number = () => performance.now()): Breaker {
  let failures = 0
  let askAgainAt = 0
  let probing = false

  return async (ask) => {
    const isDown = failures >= tolerated
    if (isDown && (probing || now() < askAgainAt)) {
      throw busy({ retryAfter: Math.max(1, Math.ceil((askAgainAt - now()) / 1000)) })
    }
    probing = isDown
    try {
      const answer = await ask()
      failures = 0
      return answer
    } catch (error) {
      failures = isOutage(error) ? failures + 1 : 0
      const asked = error instanceof VideoError ? (error.retryAfter ?? 0) * 1000 : 0
      // Spread, so that many servers do not come back at the same instant.
      const spread = 1 - Math.random() / 4
      const growing = Math.min(longestMs, shortestMs * 2 ** (failures - tolerated)) * spread
      askAgainAt = now() + Math.min(longestMs, asked || growing)
      throw error
    } finally {
      if (isDown) probing = false
    }
  }
}

/** The platform is ill, and not only of another opinion. */
function isOutage(error: unknown): boolean {
  return (
    error instanceof VideoError && !/^(not-found|rejected|unauthorized|invalid-)/.test(error.code)
  )
}
