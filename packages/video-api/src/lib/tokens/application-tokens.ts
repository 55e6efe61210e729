import { importSPKI } from 'jose'
import { invalidOption } from '../options/option-checks.ts'
import type { VerifyingKey } from './signed-jwt.ts'
import { jwtClaims } from './token-reader.ts'
import type { TokenReader } from './token-reader.ts'

/** Tokens of a Vonage application, signed with the private half of one of these keys. */
export function applicationTokens(applicationId: string, pems: readonly string[]): TokenReader {
  let keys: readonly VerifyingKey[] | undefined
  return {
    account: applicationId,
    async read(token) {
      keys ??= pems.map((pem) => ({ alg: 'RS256', key: publicKeyOf(pem) }))
      await Promise.all(keys.map(({ key }) => key))
      return jwtClaims(token, { keys, account: 'application_id' })
    },
  }
}

async function publicKeyOf(pem: string): Promise<CryptoKey> {
  try {
    return await importSPKI(pem, 'RS256')
  } catch {
    throw invalidOption(
      'publicKey must be the SPKI PEM of an RSA key: "-----BEGIN PUBLIC KEY-----".',
    )
  }
}
