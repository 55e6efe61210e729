/** Why a call failed. The strings are stable: switch on them. */
export type VideoErrorCode =
  | 'invalid-option'
  | 'invalid-credentials'
  | 'unauthorized'
  | 'not-found'
  | 'rejected'
  | 'rate-limited'
  | 'upstream-error'
  | 'unexpected-response'
  | 'timeout'
  | 'aborted'
  | 'network'

/** What is known about a failure beside its code and its sentence. */
export interface VideoErrorDetails {
  readonly status?: number | undefined
  readonly retryAfter?: number | undefined
  readonly platformCode?: number | undefined
  readonly cause?: unknown
}

/** The one error of this package: a stable `code`, a sentence to act on, and never a credential. */
export class VideoError extends Error {
  override readonly name = 'VideoError'
  readonly code: VideoErrorCode
  /** The HTTP status the platform answered with, when it answered. */
  readonly status: number | undefined
  /** Seconds to wait before asking again, when the platform said so. */
  readonly retryAfter: number | undefined
  /** The platform's own number of what is wrong, where there is one: 15214 while a session is being moved. */
  readonly platformCode: number | undefined

  constructor(code: VideoErrorCode, message: string, details: VideoErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.status = details.status
    this.retryAfter = details.retryAfter
    this.platformCode = details.platformCode
  }

  /** What may be logged or sent on: everything but the stack and the cause. */
  toJSON(): Record<string, unknown> {
    const { name, code, message, status, retryAfter, platformCode } = this
    return { name, code, message, status, retryAfter, platformCode }
  }
}
