import { projectClaims, tokenFields } from '../tokens/client-claims.ts'
import { encodeT1 } from '../tokens/t1.ts'
import type { Account } from './account.ts'
import { hmacKey } from './hmac-key.ts'
import { jwtSigner } from './jwt-signer.ts'
import { openTokApiUrl, openTokAuthorization } from './opentok-authorization.ts'

/** The credentials of an OpenTok project. */
export interface ProjectCredentials {
  readonly apiKey: string
  /** While it is being changed, both of them: the one that is valid now first. */
  readonly apiSecret: string | readonly string[]
}

/** An OpenTok project signs everything with its API secret (HS256, and HMAC-SHA1 in T1 tokens). */
export function openTokProject(apiKey: string, apiSecret: string): Account {
  const sign = jwtSigner('HS256', () => hmacKey(apiSecret, 'SHA-256'))
  let t1Key: Promise<CryptoKey> | undefined

  return {
    applicationId: apiKey,
    defaultApiUrl: openTokApiUrl,
    secrets: [apiSecret],

    authorization: (now) => openTokAuthorization(sign, { iss: apiKey, ist: 'project', now }),

    signToken(grant, format) {
      switch (format) {
        case 'jwt':
          return sign(projectClaims(apiKey, grant))
        case 't1':
          t1Key ??= hmacKey(apiSecret, 'SHA-1')
          return encodeT1(tokenFields(grant), { apiKey, key: t1Key })
        default:
          throw format satisfies never
      }
    },
  }
}
