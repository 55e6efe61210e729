import { act } from '../../store/act.ts'
import type { Move } from '../../store/act.ts'
import type { Store } from '../../store/store.ts'

/** How many in how many seconds; they come back one by one, evenly. */
export interface Rate {
  readonly count: number
  readonly seconds: number
}

/** Counts under a key; resolves with 0, or with the seconds to wait when there were too many. */
export type Limiter = (key: string, rate: Rate) => Promise<number>

/**
 * Counts exactly, in a store. One number per key (GCRA): the moment up to which the rate has been
 * used up. Who is refused writes nothing, and a key is forgotten when its rate is unused again.
 */
export function storeLimiter(store: Store): Limiter {
  return (key, { count, seconds }) =>
    act(store, `rate/${key}`, (usedUntil: number | undefined, now): Move<number, number> => {
      const apart = (seconds * 1000) / count
      const next = Math.max(now, usedUntil ?? 0) + apart
      const wait = next - seconds * 1000 - now
      // Half a millisecond of slack, for what floating point makes of `apart`.
      if (wait > 0.5) return { outcome: Math.ceil(wait / 1000) }
      return {
        outcome: 0,
        put: { state: next, lastsMs: Math.max(1, next - now), eviction: 'first' },
      }
    })
}

/** What is used of a binding of Workers rate limiting. */
export interface RateLimitBinding {
  limit(question: { key: string }): Promise<{ success: boolean }>
}

/**
 * Counts near the visitor, roughly and for nothing, with a binding of Workers: its own configuration
 * says how many; of the rate only the seconds count, as the time to wait.
 */
export function workersLimiter(binding: RateLimitBinding): Limiter {
  return async (key, { seconds }) => ((await binding.limit({ key })).success ? 0 : seconds)
}
