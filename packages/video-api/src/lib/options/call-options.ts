import { callersSignal } from '../platform/deadline.ts'
import { checked } from './checks.ts'
import type { Checks } from './checks.ts'
import { knownOptions } from './option-checks.ts'

/** What every call takes. */
export interface CallOptions {
  /** Gives up the request; the promise then rejects with code `aborted`. */
  readonly signal?: AbortSignal
}

/** The options of a call, checked: the signal apart from what goes into the request. */
export interface ReadOptions<T> {
  readonly signal: AbortSignal | undefined
  readonly wanted: T
}

/** Reads the options of a verb; throws VideoError `invalid-option` for what it does not know. */
export function readOptions<T>(
  options: (T & CallOptions) | undefined,
  verb: string,
  checks: Checks<Omit<T, 'signal'>>,
): ReadOptions<Omit<T, 'signal'>> {
  const { signal, ...given } = knownOptions(options, verb, [...Object.keys(checks), 'signal'])
  return { signal: callersSignal(signal), wanted: checked(given, { checks }) }
}
