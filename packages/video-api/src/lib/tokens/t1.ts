/**
 * Encodes a T1 token: `T1==` + base64(`partner_id=KEY&sig=HEX:DATA`), where DATA is a
 * percent-encoded query and HEX its HMAC-SHA1 under the API secret, here a key for it.
 */
export async function encodeT1(
  fields: Readonly<Record<string, string | number>>,
  project: { readonly apiKey: string; readonly key: Promise<CryptoKey> },
): Promise<string> {
  // URLSearchParams would write a space as "+", which npm `opentok-token` does not.
  const data = Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  const bytes = new TextEncoder().encode(data)
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', await project.key, bytes))
  return `T1==${btoa(`partner_id=${project.apiKey}&sig=${hexadecimal(signature)}:${data}`)}`
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
