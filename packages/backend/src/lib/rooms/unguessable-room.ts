const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** A name for a room that nobody can guess: 26 letters and digits, 130 random bits. */
export function unguessableRoom(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26))
  return Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join('')
}
