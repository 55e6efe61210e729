/** What a token takes at the least: claims, their text and one signature with a key that is imported already. */
export async function bareSigner({
  alg,
  secret,
}: {
  readonly alg: 'HS256' | 'RS256'
  readonly secret: string
}): Promise<(sessionId: string) => Promise<string>> {
  const key = await (alg === 'HS256' ? hmacKey(secret) : rsaKey(secret))
  const name = alg === 'HS256' ? 'HMAC' : 'RSASSA-PKCS1-v1_5'
  const header = base64url(JSON.stringify({ typ: 'JWT', alg }))
  const encoder = new TextEncoder()
  return async (sessionId) => {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: '10000000',
      ist: 'project',
      iat: now,
      exp: now + 86_400,
      session_id: sessionId,
      create_time: now,
      nonce: crypto.randomUUID(),
      role: 'publisher',
      expire_time: now + 86_400,
      connection_data: '{"name":"Ada"}',
      initial_layout_class_list: '',
      scope: 'session.connect',
    }
    const text = `${header}.${base64url(JSON.stringify(claims))}`
    const signature = await crypto.subtle.sign(name, key, encoder.encode(text))
    return `${text}.${Buffer.from(signature).toString('base64url')}`
  }
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url')
}

function hmacKey(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', Buffer.from(secret), algorithm, false, ['sign'])
}

function rsaKey(pem: string): Promise<CryptoKey> {
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  return crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign'])
}
