/** Shorter secrets could be guessed from what they sign. */
const shortest = 32

/** One secret of at least 32 characters, or several, the newest first, while they are being changed. */
export type Secret = string | readonly string[]

/** The secrets as a list; throws TypeError when one is too short to be safe. */
export function secretList(secret: Secret): readonly [newest: string, ...older: string[]] {
  const [newest, ...older] = typeof secret === 'string' ? [secret] : secret
  for (const text of [newest, ...older]) {
    if (typeof text !== 'string' || text.length < shortest) {
      throw new TypeError(`A secret has at least ${shortest} characters, made at random.`)
    }
  }
  return [newest ?? '', ...older]
}

/**
 * The HMAC key for one purpose (HKDF, RFC 5869). The platform's tokens, logins and our own tickets
 * could otherwise pass for one another, since all of them may be HS256 over one secret.
 */
export async function derivedKey(secret: string, purpose: string): Promise<CryptoKey> {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const material = await crypto.subtle.importKey('raw', bytes(secret), 'HKDF', false, ['deriveKey'])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: bytes('ot-room'), info: bytes(purpose) }
  const kind = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  return crypto.subtle.deriveKey(derivation, material, kind, false, ['sign', 'verify'])
}
