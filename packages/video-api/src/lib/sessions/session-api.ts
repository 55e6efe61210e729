import type { Account } from '../account/account.ts'
import { credentialNames, keyringFor } from '../account/credentials.ts'
import type { Credentials } from '../account/credentials.ts'
import type { Keyring } from '../account/keyring.ts'
import { knownOptions } from '../options/option-checks.ts'
import { connect, connectionOptionNames } from '../platform/connect.ts'
import type { Connected, ConnectionOptions } from '../platform/connect.ts'
import { randomNonce } from '../tokens/nonce.ts'
import { tokenGrant } from '../tokens/token-grant.ts'
import type { TokenOptions } from '../tokens/token-grant.ts'
import { createSession } from './create-session.ts'
import type { CreateSessionOptions, Session } from './create-session.ts'

/** One pair of credentials, and how to reach the platform they belong to. */
export type VideoApiOptions = Credentials & ConnectionOptions

/** What it takes to let visitors in: sessions and tokens. */
export interface SessionApi {
  /** What OpenTok.js takes first in `initSession`: the API key or the application's UUID. */
  readonly applicationId: string
  /** Creates a session. Rejects with VideoError; contradictory options are refused before any request. */
  createSession(options?: CreateSessionOptions): Promise<Session>
  /** Makes a client token without any request. Rejects with VideoError `invalid-option`. */
  generateToken(sessionId: string, options?: TokenOptions): Promise<string>
}

/**
 * Makes the small door to one OpenTok project or Vonage application, for where every kilobyte counts.
 * Throws VideoError `invalid-credentials` or `invalid-option`.
 */
export function createSessionApi(options: VideoApiOptions): SessionApi {
  return Object.freeze(sessionApi(connectAccount(options, 'createSessionApi')))
}

/** An account, and how to call the platform as it. */
export interface ConnectedAccount extends Connected {
  readonly keyring: Keyring<Account>
}

export function connectAccount(options: VideoApiOptions, factory: string): ConnectedAccount {
  const given = knownOptions(options, factory, [...credentialNames, ...connectionOptionNames])
  const keyring = keyringFor(given)
  return { keyring, ...connect(keyring, given) }
}

export function sessionApi({ keyring, call, now }: ConnectedAccount): SessionApi {
  return {
    applicationId: keyring.current().applicationId,
    createSession: (wanted) => createSession(call, wanted),
    async generateToken(sessionId, wanted) {
      const moment = { now: Math.floor(now() / 1000), nonce: randomNonce() }
      const { format, ...grant } = tokenGrant(sessionId, wanted, moment)
      return keyring.current().signToken(grant, format)
    },
  }
}
