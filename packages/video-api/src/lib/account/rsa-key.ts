const shortest = 2048

/** Imports the PKCS#8 PEM of an RSA key for signing; rejects when it is anything else or too short. */
export async function rsaKey(pem: string): Promise<CryptoKey> {
  const base64 = pem.replace(/-----(BEGIN|END) PRIVATE KEY-----|\s/g, '')
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign'])
  if (lengthOf(key) < shortest) throw new RangeError(`The key is shorter than ${shortest} bits.`)
  return key
}

function lengthOf({ algorithm }: CryptoKey): number {
  return 'modulusLength' in algorithm ? Number(algorithm.modulusLength) : 0
}
