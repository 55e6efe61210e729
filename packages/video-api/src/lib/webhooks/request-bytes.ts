/**
 * Reads a body to its end, or says why not: it is longer than the limit in bytes, or it breaks off or was read before.
 */
export async function requestBytes(
  request: Request,
  limit: number,
): Promise<Uint8Array | 'too-large' | 'unreadable'> {
  if (request.bodyUsed) return 'unreadable'
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength
      if (size > limit) return 'too-large'
      chunks.push(chunk)
    }
  } catch {
    return 'unreadable'
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
