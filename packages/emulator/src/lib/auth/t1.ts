import { createHmac, timingSafeEqual } from 'node:crypto'

const prefix = 'T1=='

/** A token of the oldest kind: a query string and its HMAC-SHA1, in base64. */
export interface T1 {
  readonly key: string
  readonly signature: string
  /** Exactly the text that was signed; SDKs differ in its order and its escapes. */
  readonly data: string
}

export function isT1(token: string): boolean {
  return token.startsWith(prefix)
}

/** Takes a T1 token apart; `undefined` when it is malformed. */
export function readT1(token: string): T1 | undefined {
  const text = Buffer.from(token.slice(prefix.length), 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon === -1) return undefined
  const head = new URLSearchParams(text.slice(0, colon))
  const key = head.get('partner_id')
  const signature = head.get('sig')
  if (!key || !signature) return undefined
  return { key, signature, data: text.slice(colon + 1) }
}

/** Whether the holder of that secret made the token. */
export function isT1SignedWith(secret: Uint8Array, { signature, data }: T1): boolean {
  const expected = createHmac('sha1', secret).update(data).digest()
  const given = Buffer.from(signature, 'hex')
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected)
}
