import type { DeviceProblem } from '../errors/device-error-code.ts'

/** What an error of `getUserMedia` means for the visitor. */
export function problemOf(error: unknown): DeviceProblem {
  switch (nameOf(error)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
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
