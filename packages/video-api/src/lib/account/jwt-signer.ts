import { base64urlOfBytes, base64urlOfText } from './base64url.ts'

/** Signs claims as a compact JWT (RFC 7515 section 3.1, RFC 7519). */
export type SignJwt = (claims: Readonly<Record<string, unknown>>) => Promise<string>

/** The two algorithms of the platform: HS256 for OpenTok projects, RS256 for Vonage applications. */
export type JwtAlgorithm = 'HS256' | 'RS256'

const webCryptoNames = { HS256: 'HMAC', RS256: 'RSASSA-PKCS1-v1_5' } as const

/** Makes a function that signs with a key that is imported once, at the first use. */
export function jwtSigner(alg: JwtAlgorithm, importKey: () => Promise<CryptoKey>): SignJwt {
  const encoder = new TextEncoder()
  const header = base64urlOfText(JSON.stringify({ typ: 'JWT', alg }))
  let key: Promise<CryptoKey> | undefined
  return async (claims) => {
    key ??= importKey()
    const text = `${header}.${base64urlOfText(JSON.stringify(claims))}`
    const bytes = encoder.encode(text)
    const signature = await crypto.subtle.sign(webCryptoNames[alg], await key, bytes)
    return `${text}.${base64urlOfBytes(new Uint8Array(signature))}`
  }
}
