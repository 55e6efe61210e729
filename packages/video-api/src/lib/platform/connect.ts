import type { Caller } from '../account/account.ts'
import type { Keyring } from '../account/keyring.ts'
import { invalidOption, wholeNumber } from '../options/option-checks.ts'
import type { GivenOptions } from '../options/option-checks.ts'
import { checkedApiUrl } from './api-url.ts'
import { platformCaller } from './call-platform.ts'
import type { CallPlatform } from './call-platform.ts'

/** How to reach the platform; everything has a default. */
export interface ConnectionOptions {
  /** Default https://api.opentok.com for a project, https://video.api.vonage.com for an application. */
  readonly apiUrl?: string
  /** For a whole call with its repeats and their answers, in milliseconds, 1 to 600000, default 5000. */
  readonly timeoutMs?: number
  /** How often a call that only reads or replaces is repeated when it fails for a moment; 0 to 5, default 2. */
  readonly retries?: number
  /** Default the global one. */
  readonly fetch?: typeof fetch
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  readonly now?: () => number
}

export const connectionOptionNames = [
  'apiUrl',
  'timeoutMs',
  'retries',
  'fetch',
  'now',
] as const satisfies readonly (keyof ConnectionOptions)[]

/** How to call the platform as somebody, and what time it is. */
export interface Connected {
  readonly call: CallPlatform
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Checks how to reach the platform; throws VideoError `invalid-option`. */
export function connect(keyring: Keyring<Caller>, given: GivenOptions): Connected {
  const { fetch = globalThis.fetch, now = Date.now } = given as ConnectionOptions
  if (typeof fetch !== 'function' || typeof now !== 'function') {
    throw invalidOption('fetch and now must be functions.')
  }
  const timeout = { min: 1, max: 600_000, unit: 'milliseconds' }
  const call = platformCaller({
    keyring,
    apiUrl: checkedApiUrl(given['apiUrl'] ?? keyring.current().defaultApiUrl),
    timeoutMs: wholeNumber('timeoutMs', given['timeoutMs'] ?? 5000, timeout),
    retries: wholeNumber('retries', given['retries'] ?? 2, { min: 0, max: 5, unit: 'repeats' }),
    // Called bare: a browser or Worker refuses its fetch as a method of another object.
    fetch: (input, init) => fetch(input, init),
    now,
  })
  return { call, now }
}
