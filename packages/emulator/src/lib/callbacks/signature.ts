import { createHash, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { isApplicationId } from '../session/owner.ts'

/** What a callback is signed for. */
export interface Signing {
  /** The API key or application id it is sent to. */
  readonly key: string
  readonly secret: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

/**
 * The token that proves that a callback comes from the platform: it holds the SHA-256 of the body, in
 * hexadecimal (format: Vonage, "Secure callbacks").
 */
export async function signCallback(body: string, { key, secret, now }: Signing): Promise<string> {
  const owner = isApplicationId(key) ? { application_id: key } : { api_key: key }
  const hash = createHash('sha256').update(body).digest('hex')
  return new SignJWT({ ...owner, payload_hash: hash })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('Vonage')
    .setIssuedAt(Math.floor(now / 1000))
    .setJti(randomUUID())
    .sign(new TextEncoder().encode(secret))
}
