import type { DeviceProblem } from '../errors/device-error-code.ts'

/** What an error of `getUserMedia` means for the visitor. */
export function problemOf(error: unknown): DeviceProblem {
  switch (nameOf(error)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return isOfSystem(error) ? 'blocked-by-system' : 'denied'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'not-found'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      return 'failed'
  }
}

/** The name of anything that was thrown. */
export function nameOf(error: unknown): string {
  const name: unknown = typeof error === 'object' && error ? Reflect.get(error, 'name') : undefined
  return typeof name === 'string' ? name : ''
}

/** Chromium alone tells by its message that it was not the visitor who said no; OpenTok.js keeps what the browser said. */
export function isOfSystem(error: unknown): boolean {
  if (typeof error !== 'object' || !error) return false
  const said: unknown = Reflect.get(error, 'originalMessage') ?? Reflect.get(error, 'message')
  return typeof said === 'string' && /by system/i.test(said)
}
