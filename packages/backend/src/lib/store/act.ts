import { pause } from '../pause.ts'
import { BackendError } from '../problem/backend-error.ts'
import type { Eviction, Store } from './store.ts'

const longestPauseMs = 1000
const patienceMs = 15_000

/** What a pure function made of a state: an outcome, and the next state where there is one. */
export interface Move<State, Outcome> {
  readonly outcome: Outcome
  readonly put?: {
    /** Undefined forgets the key. */
    readonly state: State | undefined
    /** Milliseconds; default for good. */
    readonly lastsMs?: number | undefined
    readonly eviction?: Eviction | undefined
  }
}

/**
 * Carries out what `think` makes of the stored state. Whoever finds that the state has changed in
 * between thinks again, so that `think` always has the last state, and may run several times.
 * Rejects with BackendError `store-unavailable` when others were faster for 15 seconds.
 */
export async function act<State, Outcome>(
  store: Store,
  key: string,
  think: (state: State | undefined, now: number) => Move<State, Outcome>,
): Promise<Outcome> {
  const end = performance.now() + patienceMs
  for (let ms = 1; performance.now() < end; ms = Math.min(longestPauseMs, 2 * ms)) {
    const { value, now } = await store.read(key)
    const { outcome, put } = think(value === undefined ? undefined : JSON.parse(value), now)
    if (put === undefined) return outcome
    const to = put.state === undefined ? undefined : JSON.stringify(put.state)
    // Writing the same again still matters when it lengthens the life of what is there.
    if (to === value && (to === undefined || put.lastsMs === undefined)) return outcome
    if (await store.swap(key, { from: value, to, lastsMs: put.lastsMs, eviction: put.eviction }))
      return outcome
    await pause(ms * Math.random())
  }
  throw new BackendError('store-unavailable', 'The server is too busy. Try again.', {
    retryAfter: 1,
  })
}
