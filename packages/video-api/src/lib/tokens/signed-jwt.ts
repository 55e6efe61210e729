import { base64url, compactVerify } from 'jose'

/** A key that signatures are checked with, and the one algorithm that it may be used for. */
export interface VerifyingKey {
  readonly alg: 'HS256' | 'RS256'
  readonly key: Promise<CryptoKey>
}

export type SignedJwt =
  | { readonly type: 'signed'; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly type: 'malformed' }
  | { readonly type: 'forged' }

/** Reads the claims of a compact JWT if one of the keys signed it; nothing of them is judged. */
export async function readSignedJwt(
  token: string,
  keys: readonly VerifyingKey[],
): Promise<SignedJwt> {
  const parts = token.split('.')
  if (parts.length !== 3 || !parts.every(isCanonical)) return { type: 'malformed' }
  for (const { alg, key } of keys) {
    try {
      const { payload } = await compactVerify(token, await key, { algorithms: [alg] })
      return claimsIn(payload)
    } catch {
      // Another key may fit; the reasons would only help a forger.
    }
  }
  return { type: 'forged' }
}

function claimsIn(payload: Uint8Array): SignedJwt {
  const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
  return typeof claims === 'object' && claims !== null && !Array.isArray(claims)
    ? { type: 'signed', claims: { ...claims } }
    : { type: 'malformed' }
}

/** Decoders overlook the last bits of a part, so that one token would have several spellings. */
function isCanonical(part: string): boolean {
  try {
    return part !== '' && base64url.encode(base64url.decode(part)) === part
  } catch {
    return false
  }
}
