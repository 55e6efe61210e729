import type { SignedClaims } from './judge-claims.ts'
import { readSignedJwt } from './signed-jwt.ts'
import type { VerifyingKey } from './signed-jwt.ts'

/** Reads tokens of one account, and says whose they have to be. */
export interface TokenReader {
  readonly account: string
  read(token: string): Promise<SignedClaims | 'malformed' | 'forged'>
}

/** The claims of a JWT, with the account in the claim of that name. */
export async function jwtClaims(
  token: string,
  { keys, account }: { readonly keys: readonly VerifyingKey[]; readonly account: string },
): Promise<SignedClaims | 'malformed' | 'forged'> {
  const read = await readSignedJwt(token, keys)
  if (read.type !== 'signed') return read.type
  const { claims } = read
  return {
    account: claims[account],
    scope: claims['scope'],
    sessionId: claims['session_id'],
    role: claims['role'],
    data: claims['connection_data'] ?? undefined,
    layoutClasses: claims['initial_layout_class_list'],
    issuedAt: claims['iat'],
    // `exp` may be the short life of the JWT itself; `expire_time` is what was asked for.
    expiresAt: claims['expire_time'] ?? claims['exp'],
  }
}
