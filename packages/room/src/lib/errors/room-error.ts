import { messages, type RoomErrorCode } from './messages.ts'

export type { RoomErrorCode } from './messages.ts'

/** Why the backend said no: the HTTP status and the fields of its problem document (RFC 9457). */
export interface Refusal {
  readonly status: number
  readonly code: string
  readonly detail?: string
  /** Milliseconds after which the backend wants to be asked again, where it said so (`Retry-After`). */
  readonly retryAfterMs?: number
}

/** The one error class of this package; its message is a sentence a visitor can act on. */
export class RoomError extends Error {
  override readonly name = 'RoomError'
  readonly code: RoomErrorCode
  /** Present when the code is `join-refused`, `room-name-invalid` or `action-refused`. */
  readonly refusal?: Refusal

  constructor(code: RoomErrorCode, context: { cause?: unknown; refusal?: Refusal } = {}) {
    super(messages[code], 'cause' in context ? { cause: context.cause } : undefined)
    this.code = code
    if (context.refusal) this.refusal = context.refusal
  }

  /** The code and the message, never the cause: a cause may quote a token. */
  toJSON(): { name: string; code: RoomErrorCode; message: string } {
    return { name: this.name, code: this.code, message: this.message }
  }
}

/** The error itself when it is a `RoomError`, otherwise a new one of that code which keeps it as its cause. */
export function asRoomError(error: unknown, code: RoomErrorCode): RoomError {
  return error instanceof RoomError ? error : new RoomError(code, { cause: error })
}
