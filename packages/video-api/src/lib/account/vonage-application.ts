import { invalidOption } from '../options/option-checks.ts'
import { applicationClaims } from '../tokens/client-claims.ts'
import { VideoError } from '../video-error.ts'
import { restLifetime } from './account.ts'
import type { Account } from './account.ts'
import { jwtSigner } from './jwt-signer.ts'
import { rsaKey } from './rsa-key.ts'

/** The credentials of a Vonage application; `privateKey` is a PKCS#8 PEM string. */
export interface ApplicationCredentials {
  readonly applicationId: string
  /** While it is being changed, both of them: the one that is valid now first. */
  readonly privateKey: string | readonly string[]
}

/** A Vonage application signs everything with its private key (RS256). */
export function vonageApplication(applicationId: string, privateKey: string): Account {
  const signJwt = jwtSigner('RS256', () => rsaKey(privateKey))
  const sign = async (claims: Record<string, unknown>) => {
    try {
      return await signJwt(claims)
    } catch (cause) {
      throw new VideoError(
        'invalid-credentials',
        'The private key cannot be used: it must be the PKCS#8 PEM of an RSA key of at least 2048 bits.',
        { cause },
      )
    }
  }

  return {
    applicationId,
    defaultApiUrl: 'https://video.api.vonage.com',
    secrets: [],

    async authorization(now) {
      const jti = crypto.randomUUID()
      const claims = { application_id: applicationId, ...restLifetime(now), jti }
      return { Authorization: `Bearer ${await sign(claims)}` }
    },

    async signToken(grant, format) {
      if (format === 't1') {
        throw invalidOption(
          "format 't1' exists for OpenTok projects only; a Vonage application has 'jwt'.",
        )
      }
      return sign(applicationClaims(applicationId, grant))
    },
  }
}
