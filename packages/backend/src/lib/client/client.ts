import type { AnswerOf, InputOf, Operation } from '../api/operation.ts'
import { fields } from '../fields.ts'
import type { BackendErrorCode } from '../problem/backend-error.ts'
import { operations } from './operations.ts'

/** A backend's refusal. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  /** HTTP status; 0 if there was no answer. */
  readonly status: number
  /** What to switch on; `unreachable` and `unexpected-answer` are of the client itself. */
  readonly code: BackendErrorCode | 'unreachable' | 'unexpected-answer'
  /** Seconds after which to ask again, when known. */
  readonly retryAfter: number | undefined
  /** What to send along when asking again. */
  readonly ticket: string | undefined

  constructor(
    code: ProblemError['code'],
    message: string,
    details: { status?: number; retryAfter?: number; ticket?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause })
    this.code = code
    this.status = details.status ?? 0
    this.retryAfter = details.retryAfter
    this.ticket = details.ticket
  }
}

/** The parameters in a path. */
type Parameters<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [Key in Name]: string } & Parameters<Rest>
  : unknown

/** One function per operation: the parameters of its path and its input in one object. */
export type BackendClient = {
  readonly [Name in keyof typeof operations]: (
    given: Parameters<(typeof operations)[Name]['path']> & InputOf<(typeof operations)[Name]>,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<AnswerOf<(typeof operations)[Name]>>
}

export interface BackendClientOptions {
  /** Where the backend is. */
  readonly endpoint: string | URL
  /** What proves who asks, made anew for each request: `{ authorization: 'Bearer …' }`. */
  readonly headers?: () => Readonly<Record<string, string>>
  readonly fetch?: typeof fetch
}

/** A typed client of the backend's API, for front ends of one's own. Every function rejects with ProblemError. */
export function createBackendClient(options: BackendClientOptions): BackendClient {
  const entries = Object.entries(operations).map(([name, operation]) => [
    name,
    (given: Readonly<Record<string, unknown>>, { signal }: { signal?: AbortSignal } = {}) =>
      call(operation, { given, options, signal }),
  ])
  return Object.freeze(Object.fromEntries(entries)) as BackendClient
}

async function call(
  { path, method }: Operation,
  {
    given,
    options,
    signal,
  }: {
    readonly given: Readonly<Record<string, unknown>>
    readonly options: BackendClientOptions
    readonly signal: AbortSignal | undefined
  },
): Promise<unknown> {
  const { endpoint, headers = () => ({}), fetch = globalThis.fetch } = options
  const input = { ...given }
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    delete input[name]
    return encodeURIComponent(String(given[name]))
  })
  const base = `${endpoint}`.replace(/\/$/, '')
  const json = method === 'POST' ? { 'Content-Type': 'application/json' } : {}
  let response: Response
  try {
    response = await fetch(`${base}${filled}`, {
      method,
      headers: { ...headers(), ...json },
      ...(method === 'POST' && { body: JSON.stringify(input) }),
      ...(signal && { signal }),
    })
  } catch (cause) {
    signal?.throwIfAborted()
    throw new ProblemError('unreachable', 'The backend cannot be reached.', { cause })
  }
  if (response.status === 204) return {}
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && typeof answer === 'object' && answer !== null) return answer
  throw problem(response, answer)
}

function problem({ status, headers }: Response, answer: unknown): ProblemError {
  const { code, detail, ticket } = fields(answer)
  const retryAfter = Number(headers.get('retry-after') ?? NaN)
  const details = {
    status,
    ...(Number.isFinite(retryAfter) && { retryAfter }),
    ...(typeof ticket === 'string' && { ticket }),
  }
  return typeof code === 'string' && typeof detail === 'string'
    ? new ProblemError(code as BackendErrorCode, detail, details)
    : new ProblemError('unexpected-answer', `The backend answered ${status}.`, details)
}
