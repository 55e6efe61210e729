import { randomNonce } from '../tokens/nonce.ts'
import { restLifetime } from './account.ts'
import type { SignJwt } from './jwt-signer.ts'

export const openTokApiUrl = 'https://api.opentok.com'

/** Who calls the REST API of OpenTok. */
export interface OpenTokIssuer {
  /** The key of a project or of an account. */
  readonly iss: string
  readonly ist: 'project' | 'account'
  /** Seconds since 1970. */
  readonly now: number
}

/** The header that proves it. */
export async function openTokAuthorization(
  sign: SignJwt,
  { iss, ist, now }: OpenTokIssuer,
): Promise<Readonly<Record<string, string>>> {
  return { 'X-OPENTOK-AUTH': await sign({ iss, ist, ...restLifetime(now), jti: randomNonce() }) }
}
