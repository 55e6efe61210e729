import { SignJWT, importPKCS8 } from 'jose'
import { invalidOption } from '../options/option-checks.ts'
import { applicationClaims } from '../tokens/client-claims.ts'
import { VideoError } from '../video-error.ts'
import { restLifetime } from './account.ts'
import type { Account } from './account.ts'

/** The credentials of a Vonage application; `privateKey` is a PKCS#8 PEM string. */
export interface ApplicationCredentials {
  readonly applicationId: string
  readonly privateKey: string
}

/** A Vonage application signs everything with its private key (RS256). */
export function vonageApplication({ applicationId, privateKey }: ApplicationCredentials): Account {
  let imported: ReturnType<typeof importPKCS8> | undefined
  const sign = async (claims: Record<string, unknown>) => {
    try {
      imported ??= importPKCS8(privateKey, 'RS256')
      const token = new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256' })
      return await token.sign(await imported)
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
