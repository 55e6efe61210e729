/** Writes a text as UTF-8 in the alphabet of RFC 4648 section 5, without padding. */
export function base64urlOfText(text: string): string {
  // Nearly every token is ASCII, and then its characters are its bytes.
  return /^[\0-\x7f]*$/.test(text) ? base64url(text) : base64urlOfBytes(encoder.encode(text))
}

export function base64urlOfBytes(bytes: Uint8Array): string {
  // Spreading would make an array of numbers first, which takes three times as long.
  return base64url(Reflect.apply(String.fromCharCode, undefined, bytes))
}

const encoder = new TextEncoder()

/** Of a text whose characters are bytes. */
function base64url(binary: string): string {
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
