import type { CallbackGroup } from '../session/outcome.ts'
import type { JsonObject } from '../wire/json.ts'

/** One callback on its way to one address. */
export interface Delivery {
  readonly id: string
  /** The API key or application id that is told. */
  readonly key: string
  readonly sessionId: string
  readonly group: CallbackGroup
  readonly body: JsonObject
  /** Where it goes; `null` when nobody registered for it. */
  readonly url: string | null
  /** When it happened, in milliseconds since the epoch. */
  readonly at: number
  /** How often it was sent so far. */
  readonly attempts: number
  readonly state: 'unaddressed' | 'waiting' | 'delivered' | 'given-up'
  /** What the last attempt came to: an HTTP status, or why there was none. */
  readonly result?: number | string
}

const firstPauseMs = 1000
const longestPauseMs = 10 * 60 * 1000
const longestMs = 24 * 60 * 60 * 1000

/** The delivery after an attempt. Anything but a 2xx is tried again. */
export function afterAttempt(delivery: Delivery, result: number | string, now: number): Delivery {
  const attempts = delivery.attempts + 1
  const delivered = typeof result === 'number' && result >= 200 && result < 300
  const state = delivered ? 'delivered' : now - delivery.at < longestMs ? 'waiting' : 'given-up'
  return { ...delivery, attempts, result, state }
}

/** How long to wait after that many attempts, in milliseconds: twice as long each time, up to ten minutes. */
export function pauseAfter(attempts: number): number {
  return Math.min(firstPauseMs * 2 ** (attempts - 1), longestPauseMs)
}
