/** Why a request was not served. The strings are stable: they are the `code` of problem answers. */
export type BackendErrorCode = keyof typeof statuses

/** What is known about a failure beside its code and its sentence. */
export interface BackendErrorDetails {
  /** Seconds after which to ask again. */
  readonly retryAfter?: number | undefined
  /** What to send along when asking again; the visitor's own secret. */
  readonly ticket?: string | undefined
  readonly cause?: unknown
}

/** The one error of this package: a stable `code`, its HTTP status, and a sentence for the visitor. */
export class BackendError extends Error {
  override readonly name = 'BackendError'
  readonly code: BackendErrorCode
  readonly status: (typeof statuses)[BackendErrorCode]
  /** Seconds after which to ask again, when known. */
  readonly retryAfter: number | undefined
  /** What to send along when asking again, when there is such a thing. */
  readonly ticket: string | undefined

  constructor(code: BackendErrorCode, message: string, details: BackendErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.status = statuses[code]
    this.retryAfter = details.retryAfter
    this.ticket = details.ticket
  }
}

/** Every code there is. */
export function problemCodes(): readonly string[] {
  return Object.keys(statuses)
}

const statuses = {
  'body-invalid': 400,
  'room-name-invalid': 400,
  'visitor-name-invalid': 400,
  'not-signed-in': 401,
  'pass-invalid': 401,
  'not-allowed': 403,
  'hosts-only': 403,
  banned: 403,
  denied: 403,
  'room-locked': 403,
  'room-closed': 403,
  'origin-not-allowed': 403,
  'route-unknown': 404,
  'feature-off': 404,
  'not-found': 404,
  'method-not-allowed': 405,
  'body-too-slow': 408,
  conflict: 409,
  'host-not-here': 409,
  'room-empty': 409,
  waiting: 409,
  'room-full': 409,
  'body-too-large': 413,
  'content-type-unsupported': 415,
  'too-many-requests': 429,
  'internal-error': 500,
  'server-misconfigured': 500,
  'platform-error': 502,
  'platform-refused': 502,
  'platform-unreachable': 502,
  'callback-unsigned': 503,
  'platform-busy': 503,
  'room-unavailable': 503,
  'store-unavailable': 503,
  'platform-timeout': 504,
} as const
