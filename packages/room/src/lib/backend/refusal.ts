import { RoomError, type Refusal } from '../errors/room-error.ts'
import { textAt } from './credentials.ts'

/** What an answer that is no success says: the fields of its problem document (RFC 9457), as far as it has them. */
export function refusalOf(response: Response, json: unknown): Refusal {
  const { status } = response
  const problem = typeof json === 'object' && json !== null ? json : {}
  const detail = textAt(problem, 'detail')
  return {
    status,
    code: textAt(problem, 'code') ?? `http-${status}`,
    ...(detail !== undefined && { detail }),
    ...retryAfterOf(response.headers.get('retry-after')),
  }
}

/** `Retry-After` in seconds or as a date (RFC 9110 section 10.2.3). */
function retryAfterOf(header: string | null): Pick<Refusal, 'retryAfterMs'> {
  if (header === null) return {}
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(ms) ? { retryAfterMs: Math.max(0, ms) } : {}
}

/** The error for a join that is not a success. */
export function refusalError(response: Response, json: unknown): RoomError {
  const refusal = refusalOf(response, json)
  const code = refusal.code === 'room-name-invalid' ? 'room-name-invalid' : 'join-refused'
  return new RoomError(code, { refusal })
}
