import { BackendError } from '../problem/backend-error.ts'
import { readBytes } from './read-bytes.ts'

const limitBytes = 16 * 1024
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A JSON body, both as the object it is and as the text it was. */
export interface JsonBody {
  readonly text: string
  readonly object: Readonly<Record<string, unknown>>
}

/**
 * Reads a JSON object of at most 16 KiB within 10 seconds. Throws BackendError
 * `content-type-unsupported`, `body-too-large`, `body-too-slow` or `body-invalid`.
 */
export async function readJsonBody(request: Request): Promise<JsonBody> {
  // A page of another origin can send forms and plain text without asking, but not JSON.
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') {
    throw new BackendError('content-type-unsupported', 'Send the body as application/json.')
  }
  const text = decoded(await readBytes(request, limitBytes))
  return { text, object: parseObject(text) }
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch (cause) {
    throw new BackendError('body-invalid', 'The body is not UTF-8.', { cause })
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  const invalid = (cause?: unknown) =>
    new BackendError('body-invalid', 'The body must be a JSON object.', { cause })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw invalid(cause)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid()
  return { ...value }
}
