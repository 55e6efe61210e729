import { accountOf, credentialNames } from './account/credentials.ts'
import type { Credentials } from './account/credentials.ts'
import { invalidOption, knownOptions, wholeNumber } from './options/option-checks.ts'
import { checkedApiUrl } from './platform/api-url.ts'
import { platformCaller } from './platform/call-platform.ts'
import { createSession } from './sessions/create-session.ts'
import type { CreateSessionOptions, Session } from './sessions/create-session.ts'
import { randomNonce } from './tokens/nonce.ts'
import { tokenGrant } from './tokens/token-grant.ts'
import type { TokenOptions } from './tokens/token-grant.ts'

/** One pair of credentials, and how to reach the platform they belong to. */
export type VideoApiOptions = Credentials & {
  /** Default https://api.opentok.com for a project, https://video.api.vonage.com for an application. */
  readonly apiUrl?: string
  /** For a whole request including its body, in milliseconds, default 5000. */
  readonly timeoutMs?: number
  /** Default the global one. */
  readonly fetch?: typeof fetch
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  readonly now?: () => number
}

/** What a server asks of the Video platform. */
export interface VideoApi {
  /** What OpenTok.js takes first in `initSession`: the API key or the application's UUID. */
  readonly applicationId: string
  /** Creates a session. Rejects with VideoError; contradictory options are refused before any request. */
  createSession(options?: CreateSessionOptions): Promise<Session>
  /** Makes a client token without any request. Rejects with VideoError `invalid-option`. */
  generateToken(sessionId: string, options?: TokenOptions): Promise<string>
}

/**
 * Makes the door to one OpenTok project or Vonage application.
 * Throws VideoError `invalid-credentials` or `invalid-option`.
 */
export function createVideoApi(options: VideoApiOptions): VideoApi {
  const names = [...credentialNames, 'apiUrl', 'timeoutMs', 'fetch', 'now']
  const given = knownOptions(options, 'createVideoApi', names)
  const account = accountOf(given)
  const { fetch = globalThis.fetch, now = Date.now } = options
  if (typeof fetch !== 'function' || typeof now !== 'function') {
    throw invalidOption('fetch and now must be functions.')
  }
  const timeout = { min: 1, max: 600_000, unit: 'milliseconds' }
  const call = platformCaller({
    account,
    apiUrl: checkedApiUrl(given.apiUrl ?? account.defaultApiUrl),
    timeoutMs: wholeNumber('timeoutMs', given.timeoutMs ?? 5000, timeout),
    // Called bare: a browser or Worker refuses its fetch as a method of another object.
    fetch: (input, init) => fetch(input, init),
    now,
  })

  return Object.freeze({
    applicationId: account.applicationId,
    createSession: (wanted?: CreateSessionOptions) => createSession(call, wanted),
    async generateToken(sessionId: string, wanted?: TokenOptions) {
      const moment = { now: Math.floor(now() / 1000), nonce: randomNonce() }
      const { format, ...grant } = tokenGrant(sessionId, wanted, moment)
      return account.signToken(grant, format)
    },
  })
}
