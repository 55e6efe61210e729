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

/** What a derived key is for. */
export interface KeyUse {
  /** The platform's tokens, logins and our own could otherwise pass for one another: all may be HS256 over one secret. */
  readonly purpose: string
  /** The tenant whose key it is: one secret may serve many tenants, and none of them signs for another. */
  readonly scope: string | undefined
}

/** The HMAC key for one purpose of one tenant (HKDF, RFC 5869). */
export async function derivedKey(secret: string, use: KeyUse): Promise<CryptoKey> {
  const kind = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  return derive(secret, { use, kind, can: ['sign', 'verify'] })
}

/** The AES-GCM key for one purpose of one tenant. */
export async function derivedCipher(secret: string, use: KeyUse): Promise<CryptoKey> {
  return derive(secret, {
    use,
    kind: { name: 'AES-GCM', length: 256 },
    can: ['encrypt', 'decrypt'],
  })
}

async function derive(
  secret: string,
  {
    use: { purpose, scope },
    kind,
    can,
  }: {
    readonly use: KeyUse
    readonly kind: HmacKeyGenParams | AesKeyGenParams
    readonly can: KeyUsage[]
  },
): Promise<CryptoKey> {
  const bytes = (text: string) => new TextEncoder().encode(text)
  // A scope ends with a slash, so no purpose of one tenant reads like another purpose of another.
  const info = bytes(scope === undefined ? purpose : `${scope}${purpose}`)
  const material = await crypto.subtle.importKey('raw', bytes(secret), 'HKDF', false, ['deriveKey'])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: bytes('ot-room'), info }
  return crypto.subtle.deriveKey(derivation, material, kind, false, can)
}
