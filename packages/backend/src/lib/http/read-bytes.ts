import { DeadlineError, within } from '../deadline.ts'
import { BackendError } from '../problem/backend-error.ts'

const patienceMs = 10_000

/**
 * Reads a body within 10 seconds, and not beyond its limit. Throws BackendError `body-too-large`,
 * `body-too-slow` or `body-invalid`.
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(request.headers.get('content-length') ?? NaN)
  if (announced > limit) throw tooLarge(limit)
  // Servers hold a sender to the length it has announced (RFC 9112 section 6.3), so that the body can be read as a whole.
  const read = () =>
    announced <= limit && !request.headers.has('transfer-encoding')
      ? whole(request, limit)
      : collect(request.body, limit)
  try {
    return await within(patienceMs, read)
  } catch (cause) {
    if (cause instanceof BackendError) throw cause
    throw cause instanceof DeadlineError
      ? new BackendError('body-too-slow', 'The body took too long to arrive.', { cause })
      : new BackendError('body-invalid', 'The body broke off.', { cause })
  }
}

async function whole(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.byteLength > limit) throw tooLarge(limit)
  return bytes
}

async function collect(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = body?.getReader()
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    size += next.value.byteLength
    if (size > limit) {
      reader?.cancel().catch(() => {})
      throw tooLarge(limit)
    }
    chunks.push(next.value)
  }
  const [only] = chunks
  return chunks.length === 1 && only ? only : joined(chunks, size)
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

function tooLarge(limit: number): BackendError {
  return new BackendError('body-too-large', `The body may have ${limit} bytes at most.`)
}
