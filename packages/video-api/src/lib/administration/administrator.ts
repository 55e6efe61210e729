import type { Caller } from '../account/account.ts'
import { hmacKey } from '../account/hmac-key.ts'
import { jwtSigner } from '../account/jwt-signer.ts'
import { openTokApiUrl, openTokAuthorization } from '../account/opentok-authorization.ts'

/** The credentials of an OpenTok account, not of one of its projects. */
export interface AccountCredentials {
  /** Digits. */
  readonly accountKey: string
  readonly accountSecret: string
}

/** Whoever may make and remove projects; signs with the account's secret (HS256). */
export function administrator({ accountKey, accountSecret }: AccountCredentials): Caller {
  const sign = jwtSigner('HS256', () => hmacKey(accountSecret, 'SHA-256'))
  return {
    defaultApiUrl: openTokApiUrl,
    secrets: [accountSecret],
    authorization: (now) => openTokAuthorization(sign, { iss: accountKey, ist: 'account', now }),
  }
}
