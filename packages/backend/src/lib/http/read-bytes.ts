import { DeadlineError, within } from '../deadline.ts'
import { BackendError } from '../problem/backend-error.ts'

const patienceMs = 10_000

/**
 * Reads a body within 10 seconds, and not beyond its limit. Throws BackendError `body-too-large`,
 * `body-too-slow` or `body-invalid`.
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > limit) throw tooLarge(limit)
  try {
    return await within(patienceMs, async () => collect(request.body, limit))
  } catch (cause) {
    if (cause instanceof BackendError) throw cause
    throw cause instanceof DeadlineError
      ? new BackendError('body-too-slow', 'The body took too long to arrive.', { cause })
      : new BackendError('body-invalid', 'The body broke off.', { cause })
  }
}

async function collect(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
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
