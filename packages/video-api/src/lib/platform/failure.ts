import { VideoError } from '../video-error.ts'
import type { VideoErrorCode } from '../video-error.ts'
import { clockSkew } from './clock-skew.ts'
import type { Redact } from './redact.ts'
import { retryAfter } from './retry-after.ts'

/** An answer that is not a success, as plain values. */
export interface RefusedAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly redact: Redact
}

/** Turns a refusal of the platform into the error to throw; `now` is in milliseconds. */
export function failure({ status, headers, text, redact }: RefusedAnswer, now: number): VideoError {
  const code = codeOf(status)
  const body = parsed(text)
  const said = messageIn(body, redact)
  const answer = said === undefined ? `${status}` : `${status}: ${said}`
  const sentence = `${sentences[code]} (${answer}).`
  const skew = code === 'unauthorized' ? clockSkew(headers.get('date'), now) : undefined
  return new VideoError(code, skew === undefined ? sentence : `${sentence} ${skew}`, {
    status,
    platformCode: numberIn(body),
    retryAfter: retryAfter(headers.get('retry-after'), now),
  })
}

type FailureCode = Extract<
  VideoErrorCode,
  | 'unauthorized'
  | 'not-found'
  | 'rejected'
  | 'rate-limited'
  | 'upstream-error'
  | 'unexpected-response'
>

const sentences: Record<FailureCode, string> = {
  unauthorized: 'The platform refused the credentials; check the key and its secret',
  'not-found': 'The platform found nothing there; check the id and apiUrl',
  rejected: 'The platform rejected the request',
  'rate-limited': 'The platform asks for fewer requests; wait before the next one',
  'upstream-error': 'The platform failed; try again later',
  'unexpected-response': 'The platform answered with a redirect; check apiUrl',
}

function codeOf(status: number): FailureCode {
  if (status === 401 || status === 403) return 'unauthorized'
  if (status === 404) return 'not-found'
  if (status === 429) return 'rate-limited'
  if (status >= 500) return 'upstream-error'
  return status >= 400 ? 'rejected' : 'unexpected-response'
}

/** The `message` of an error body, clipped, without secrets and control characters. */
function messageIn(body: unknown, redact: Redact): string | undefined {
  if (typeof body !== 'object' || body === null || !('message' in body)) return undefined
  if (typeof body.message !== 'string') return undefined
  return redact(body.message)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

/** The platform's own number of what is wrong, where it says more than the status. */
function numberIn(body: unknown): number | undefined {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
  return typeof code === 'number' && code >= 1000 ? code : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
