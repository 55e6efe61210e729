/**
 * A private key out of an environment variable, in the PEM that it was before it had to fit on one line: line breaks
 * that became `\\n`, also doubled or with `\\r`, and quotes around it. Throws an Error of one line for a key
 * that is no PKCS#8 PEM, is cut short or is damaged.
 */
export function privateKeyOf(text: string): string {
  const pem = text
    .replace(/\\+r(?=\\+n)|\r/g, '')
    .replace(/\\+n/g, '\n')
    .replace(/^["'\s]+|["'\s]+$/g, '')
  const [, label = '', body = ''] =
    /^-----BEGIN ([A-Z ]{1,40})-----([^-]*)-----END \1-----$/.exec(pem) ?? []
  if (label === '') {
    throw new Error(
      pem.includes('-----BEGIN')
        ? 'VONAGE_PRIVATE_KEY is cut short: a PEM key ends with its END line.'
        : 'VONAGE_PRIVATE_KEY is not a PEM key.',
    )
  }
  if (label !== 'PRIVATE KEY') {
    throw new Error(
      `VONAGE_PRIVATE_KEY is of the kind ${label}. Convert it to PKCS#8: openssl pkcs8 -topk8 -nocrypt -in private.key`,
    )
  }
  if (!isWhole(body)) {
    throw new Error('VONAGE_PRIVATE_KEY is damaged or cut short. Copy the whole file again.')
  }
  return pem
}

/** Whether the DER inside is as long as it says. */
function isWhole(base64: string): boolean {
  let der: string
  try {
    der = atob(base64.replace(/\s/g, ''))
  } catch {
    return false
  }
  const byte = (at: number) => der.charCodeAt(at)
  if (byte(0) !== 0x30) return false
  const count = byte(1) & 0x7f
  if (byte(1) < 0x80) return der.length === 2 + count
  let length = 0
  for (let at = 2; at < 2 + count; at += 1) length = length * 256 + byte(at)
  return der.length === 2 + count + length
}
