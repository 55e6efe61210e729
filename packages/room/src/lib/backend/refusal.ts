import { RoomError, type Refusal } from '../errors/room-error.ts'
import { textAt } from './credentials.ts'

/** What an answer that is no success says: the fields of its problem document (RFC 9457), as far as it has them. */
export function refusalOf(status: number, json: unknown): Refusal {
  const problem = typeof json === 'object' && json !== null ? json : {}
  const detail = textAt(problem, 'detail')
  return {
    status,
    code: textAt(problem, 'code') ?? `http-${status}`,
    ...(detail !== undefined && { detail }),
  }
}

/** The error for a join that is not a success. */
export function refusalError(status: number, json: unknown): RoomError {
  const refusal = refusalOf(status, json)
  const code = refusal.code === 'room-name-invalid' ? 'room-name-invalid' : 'join-refused'
  return new RoomError(code, { refusal })
}
