/**
 * Encodes a T1 token: `T1==` + base64(`partner_id=KEY&sig=HEX:DATA`), where DATA is a
 * percent-encoded query and HEX its HMAC-SHA1 under the API secret.
 */
export async function encodeT1(
  fields: Readonly<Record<string, string | number>>,
  project: { readonly apiKey: string; readonly apiSecret: string },
): Promise<string> {
  // URLSearchParams would write a space as "+", which npm `opentok-token` does not.
  const data = Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  const signature = await hmacSha1(data, project.apiSecret)
  return `T1==${btoa(`partner_id=${project.apiKey}&sig=${signature}:${data}`)}`
}

async function hmacSha1(data: string, secret: string): Promise<string> {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-1' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
  ])
  const digest = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(data)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
