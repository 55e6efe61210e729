import { DeadlineError, within } from '../deadline.ts'
import { BackendError } from '../problem/backend-error.ts'

const limitBytes = 16 * 1024
const patienceMs = 10_000

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
  const text = await readText(request)
  return { text, object: parseObject(text) }
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length')) > limitBytes) throw tooLarge()
  try {
    return await within(patienceMs, async () => collect(request.body))
  } catch (cause) {
    if (cause instanceof BackendError) throw cause
    throw cause instanceof DeadlineError
      ? new BackendError('body-too-slow', 'The body took too long to arrive.', { cause })
      : new BackendError('body-invalid', 'The body broke off or is not UTF-8.', { cause })
  }
}

async function collect(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > limitBytes) throw tooLarge()
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
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

function tooLarge(): BackendError {
  return new BackendError('body-too-large', `The body may have ${limitBytes} bytes at most.`)
}
