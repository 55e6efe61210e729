import type { DeviceProblem } from '../errors/device-error-code.ts'
import { RoomError, type RoomErrorCode } from '../errors/room-error.ts'
import { isOfSystem, nameOf } from '../devices/device-problem.ts'

/** What an error of `session.connect` means; the numbers are OpenTok.js's own, the names newer than them. */
export function connectError(error: unknown): RoomError {
  if (error instanceof RoomError) return error
  return new RoomError(connectCode(error), { cause: error })
}

function connectCode(error: unknown): RoomErrorCode {
  const code: unknown = typeof error === 'object' && error ? Reflect.get(error, 'code') : undefined
  switch (nameOf(error)) {
    case 'OT_AUTHENTICATION_ERROR':
      return 'token-invalid'
    case 'OT_INVALID_SESSION_ID':
      return 'session-invalid'
    case 'OT_CONNECTION_LIMIT_EXCEEDED':
      return 'connection-limit'
    case 'OT_UNSUPPORTED_BROWSER':
      return 'opentok-unsupported'
    default:
      break
  }
  if (code === 1004) return 'token-invalid'
  if (code === 1005) return 'session-invalid'
  if (code === 1027) return 'connection-limit'
  return 'connect-failed'
}

/** What an error of `initPublisher` or of a change of device means for the visitor. */
export function publishProblem(error: unknown): DeviceProblem {
  switch (nameOf(error)) {
    case 'OT_USER_MEDIA_ACCESS_DENIED':
      return isOfSystem(error) ? 'blocked-by-system' : 'denied'
    case 'OT_NO_DEVICES_FOUND':
    case 'OT_CONSTRAINTS_NOT_SATISFIED':
    case 'OT_NO_VALID_CONSTRAINTS':
      return 'not-found'
    case 'OT_HARDWARE_UNAVAILABLE':
    case 'OT_CHROME_MICROPHONE_ACQUISITION_ERROR':
    case 'OT_UNABLE_TO_CAPTURE_MEDIA':
      return 'busy'
    default:
      return 'failed'
  }
}
