/** An id that nobody else has. A page without https has no `crypto.randomUUID`, and still can hear and write. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
