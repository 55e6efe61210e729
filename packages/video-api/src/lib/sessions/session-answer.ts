import { VideoError } from '../video-error.ts'

/** Reads the id out of the platform's answer: an array of one object with `session_id`. */
export function sessionIdIn(answer: unknown): string {
  const first: unknown = Array.isArray(answer) ? answer[0] : undefined
  const id: unknown =
    typeof first === 'object' && first !== null && 'session_id' in first
      ? first.session_id
      : undefined
  if (typeof id !== 'string' || id.length < 1 || id.length > 255) {
    throw new VideoError(
      'unexpected-response',
      'The platform accepted the request but named no session. Check that apiUrl points at the Video API.',
    )
  }
  return id
}
