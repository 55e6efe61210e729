import { DeadlineError, within } from '../deadline.ts'
import { BackendError } from '../problem/backend-error.ts'

const patienceMs = 10_000

/**
 * Reads a body within 10 seconds, and not beyond its limit. Throws BackendError `body-too-large`,
 * `body-too-slow` or `body-invalid`.
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const { headers } = request
  const announced = Number(headers.get('content-length') ?? NaN)
  // Servers hold a sender to the length it has announced (RFC 9112 section 6.3), and then it is read as a whole.
  const read =
    announced <= limit && !headers.has('transfer-encoding') ? wholeOf : collectedOf(limit)
  try {
    if (announced > limit) throw tooLarge(limit)
    const bytes = new Uint8Array(await within(patienceMs, () => read(request)))
    if (bytes.byteLength > limit) throw tooLarge(limit)
    return bytes
  } catch (cause) {
    if (cause instanceof BackendError) throw cause
    throw cause instanceof DeadlineError
      ? new BackendError('body-too-slow', 'The body took too long to arrive.', { cause })
      : new BackendError('body-invalid', 'The body broke off.', { cause })
  }
}

type Read = (request: Request) => Promise<ArrayBuffer>

const wholeOf: Read = (request) => request.arrayBuffer()

/** Stops reading when it has more than it may take. */
function collectedOf(limit: number): Read {
  return async ({ body }) => {
    const chunks: Uint8Array<ArrayBuffer>[] = []
    let size = 0
    for await (const chunk of body ?? []) {
      chunks.push(chunk)
      size += chunk.byteLength
      if (size > limit) break
    }
    return new Blob(chunks).arrayBuffer()
  }
}

function tooLarge(limit: number): BackendError {
  return new BackendError('body-too-large', `The body may have ${limit} bytes at most.`)
}
