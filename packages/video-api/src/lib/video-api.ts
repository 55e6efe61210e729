import { keyringFor, credentialNames } from './account/credentials.ts'
import type { Credentials } from './account/credentials.ts'
import { archives } from './archives/archives.ts'
import type { Archives } from './archives/archives.ts'
import { broadcasts } from './broadcasts/broadcasts.ts'
import type { Broadcasts } from './broadcasts/broadcasts.ts'
import { captions } from './captions/captions.ts'
import type { Captions } from './captions/captions.ts'
import { connections } from './connections/connections.ts'
import type { Connections } from './connections/connections.ts'
import { invalidOption, knownOptions, wholeNumber } from './options/option-checks.ts'
import { checkedApiUrl } from './platform/api-url.ts'
import { platformCaller } from './platform/call-platform.ts'
import { projectCaller } from './platform/project-caller.ts'
import { createSession } from './sessions/create-session.ts'
import type { CreateSessionOptions, Session } from './sessions/create-session.ts'
import { sessions } from './sessions/sessions.ts'
import type { Sessions } from './sessions/sessions.ts'
import { signals } from './signals/signals.ts'
import type { Signals } from './signals/signals.ts'
import { streams } from './streams/streams.ts'
import type { Streams } from './streams/streams.ts'
import { dtmf } from './telephony/dtmf.ts'
import type { Dtmf } from './telephony/dtmf.ts'
import { sip } from './telephony/sip.ts'
import type { Sip } from './telephony/sip.ts'
import { randomNonce } from './tokens/nonce.ts'
import { tokenGrant } from './tokens/token-grant.ts'
import type { TokenOptions } from './tokens/token-grant.ts'

/** One pair of credentials, and how to reach the platform they belong to. */
export type VideoApiOptions = Credentials & {
  /** Default https://api.opentok.com for a project, https://video.api.vonage.com for an application. */
  readonly apiUrl?: string
  /** For a whole call with its repeats and their answers, in milliseconds, default 5000. */
  readonly timeoutMs?: number
  /** How often a call that only reads or replaces is repeated when it fails for a moment; 0 to 5, default 2. */
  readonly retries?: number
  /** Default the global one. */
  readonly fetch?: typeof fetch
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  readonly now?: () => number
}

/** What a server asks of the Video platform. Every call rejects with VideoError. */
export interface VideoApi {
  /** What OpenTok.js takes first in `initSession`: the API key or the application's UUID. */
  readonly applicationId: string
  /** Creates a session; contradictory options are refused before any request. */
  createSession(options?: CreateSessionOptions): Promise<Session>
  /** Makes a client token without any request. Rejects with VideoError `invalid-option`. */
  generateToken(sessionId: string, options?: TokenOptions): Promise<string>
  readonly sessions: Sessions
  readonly signals: Signals
  readonly connections: Connections
  readonly streams: Streams
  readonly archives: Archives
  readonly broadcasts: Broadcasts
  readonly captions: Captions
  readonly sip: Sip
  readonly dtmf: Dtmf
}

/**
 * Makes the door to one OpenTok project or Vonage application.
 * Throws VideoError `invalid-credentials` or `invalid-option`.
 */
export function createVideoApi(options: VideoApiOptions): VideoApi {
  const names = [...credentialNames, 'apiUrl', 'timeoutMs', 'retries', 'fetch', 'now']
  const given = knownOptions(options, 'createVideoApi', names)
  const keyring = keyringFor(given)
  const { fetch = globalThis.fetch, now = Date.now } = options
  if (typeof fetch !== 'function' || typeof now !== 'function') {
    throw invalidOption('fetch and now must be functions.')
  }
  const timeout = { min: 1, max: 600_000, unit: 'milliseconds' }
  const call = platformCaller({
    keyring,
    apiUrl: checkedApiUrl(given['apiUrl'] ?? keyring.defaultApiUrl),
    timeoutMs: wholeNumber('timeoutMs', given['timeoutMs'] ?? 5000, timeout),
    retries: wholeNumber('retries', given['retries'] ?? 2, { min: 0, max: 5, unit: 'repeats' }),
    // Called bare: a browser or Worker refuses its fetch as a method of another object.
    fetch: (input, init) => fetch(input, init),
    now,
  })
  const callProject = projectCaller(call, keyring.applicationId)

  return Object.freeze({
    applicationId: keyring.applicationId,
    createSession: (wanted?: CreateSessionOptions) => createSession(call, wanted),
    async generateToken(sessionId: string, wanted?: TokenOptions) {
      const moment = { now: Math.floor(now() / 1000), nonce: randomNonce() }
      const { format, ...grant } = tokenGrant(sessionId, wanted, moment)
      return keyring.current().signToken(grant, format)
    },
    sessions: sessions(callProject),
    signals: signals(callProject),
    connections: connections(callProject),
    streams: streams(callProject),
    archives: archives(callProject),
    broadcasts: broadcasts(callProject),
    captions: captions(callProject),
    sip: sip(callProject),
    dtmf: dtmf(callProject),
  })
}
