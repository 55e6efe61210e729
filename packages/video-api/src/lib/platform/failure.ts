import { VideoError } from '../video-error.ts'
import type { VideoErrorCode } from '../video-error.ts'
import { clockSkew } from './clock-skew.ts'
import { retryAfter } from './retry-after.ts'

/** An answer that is not a success, as plain values. */
export interface RefusedAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Turns a refusal of the platform into the error to throw; `now` is in milliseconds. */
export function failure({ status, headers, text }: RefusedAnswer, now: number): VideoError {
  const code = codeOf(status)
  const said = platformMessage(text)
  const answer = said === undefined ? `${status}` : `${status}: ${said}`
  const sentence = `${sentences[code]} (${answer}).`
  const skew = code === 'unauthorized' ? clockSkew(headers.get('date'), now) : undefined
  return new VideoError(code, skew === undefined ? sentence : `${sentence} ${skew}`, {
    status,
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
  'not-found': 'The platform knows no such address or session; check apiUrl',
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

/** The `message` of a JSON error body, clipped, without control characters and echoed tokens. */
function platformMessage(text: string): string | undefined {
  const body = parsed(text)
  if (typeof body !== 'object' || body === null || !('message' in body)) return undefined
  if (typeof body.message !== 'string') return undefined
  return body.message
    .replace(/eyJ[\w-]*(\.[\w-]*)*|T1==[\w+/=]*/g, '[token]')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
