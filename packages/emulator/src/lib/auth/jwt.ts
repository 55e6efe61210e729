import { compactVerify, decodeJwt } from 'jose'
import type { JWTPayload } from 'jose'
import type { Account } from '../platform/accounts.ts'

/** What a JWT claims, before anything of it is proven; `undefined` when it is no JWT. */
export function readJwt(token: string): JWTPayload | undefined {
  try {
    return decodeJwt(token)
  } catch {
    return undefined
  }
}

/** The key of the account a JWT says it comes from. */
export function issuerOf(claims: JWTPayload): string | undefined {
  // The official Node SDK sends both when it signs for an application.
  const issuer = claims['application_id'] ?? claims.iss
  return typeof issuer === 'string' ? issuer : undefined
}

/** Whether the account signed the JWT. The kind of its key decides the algorithm, never the header. */
export async function isSignedBy(account: Account, token: string): Promise<boolean> {
  try {
    if (account.type === 'application') {
      await compactVerify(token, account.publicKey, { algorithms: ['RS256'] })
    } else {
      await compactVerify(token, account.secret, { algorithms: ['HS256'] })
    }
    return true
  } catch {
    return false
  }
}
