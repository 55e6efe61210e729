import { SignJWT } from 'jose'
import { projectClaims, tokenFields } from '../tokens/client-claims.ts'
import { randomNonce } from '../tokens/nonce.ts'
import { encodeT1 } from '../tokens/t1.ts'
import { restLifetime } from './account.ts'
import type { Account } from './account.ts'

/** The credentials of an OpenTok project. */
export interface ProjectCredentials {
  readonly apiKey: string
  readonly apiSecret: string
}

/** An OpenTok project signs everything with its API secret (HS256, and HMAC-SHA1 in T1 tokens). */
export function openTokProject({ apiKey, apiSecret }: ProjectCredentials): Account {
  const key = new TextEncoder().encode(apiSecret)
  const sign = (claims: Record<string, unknown>) =>
    new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'HS256' }).sign(key)

  return {
    applicationId: apiKey,
    defaultApiUrl: 'https://api.opentok.com',

    async authorization(now) {
      const claims = { iss: apiKey, ist: 'project', ...restLifetime(now), jti: randomNonce() }
      return { 'X-OPENTOK-AUTH': await sign(claims) }
    },

    signToken(grant, format) {
      switch (format) {
        case 'jwt':
          return sign(projectClaims(apiKey, grant))
        case 't1':
          return encodeT1(tokenFields(grant), { apiKey, apiSecret })
        default:
          throw format satisfies never
      }
    },
  }
}
