/** Whose token it is, and a key for HMAC-SHA1 of the API secret. */
export interface T1Signing {
  readonly apiKey: string
  readonly key: Promise<CryptoKey>
}

/**
 * Encodes a T1 token: `T1==` + base64(`partner_id=KEY&sig=HEX:DATA`), where DATA is a
 * percent-encoded query and HEX its HMAC-SHA1 under the API secret.
 */
export function encodeT1(
  fields: Readonly<Record<string, string | number>>,
  signing: T1Signing,
): Promise<string> {
  // URLSearchParams would write a space as "+", which npm `opentok-token` does not.
  const data = Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return encodeT1Data(data, signing)
}

/** The token of fields that are a query already. */
export async function encodeT1Data(data: string, { apiKey, key }: T1Signing): Promise<string> {
  const bytes = new TextEncoder().encode(data)
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', await key, bytes))
  return `T1==${btoa(`partner_id=${apiKey}&sig=${hexadecimal(signature)}:${data}`)}`
}

/** Two lower-case digits for each byte. */
export function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
