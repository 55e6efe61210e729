import type { DeviceErrorCode, RoomError } from '@ot-room/room'
import type { Explanation, LobbyStrings } from '../strings/lobby-en.ts'
import { browserName } from './browser-name.ts'

/** The words for a device that does not open; what is blocked is allowed elsewhere in each browser. */
export function explainDevice({ code }: RoomError, strings: LobbyStrings): Explanation {
  const { heading, help } = strings.errors[code as DeviceErrorCode]
  const blocked = code === 'camera-denied' || code === 'microphone-denied'
  return { heading, help: blocked ? strings.allowIn[browserName(navigator.userAgent)] : help }
}
