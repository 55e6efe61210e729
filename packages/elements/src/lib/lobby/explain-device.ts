import type { DeviceErrorCode, RoomError } from '@ot-room/room'
import type { Explanation, LobbyStrings } from '../strings/lobby-en.ts'
import { browserName, browserTitle, systemName } from './browser-name.ts'

/** The words for a device that does not open; what is blocked is allowed elsewhere in each browser and system. */
export function explainDevice({ code }: RoomError, strings: LobbyStrings): Explanation {
  const { userAgent } = navigator
  const browser = browserName(userAgent)
  const { heading, help } = strings.errors[code as DeviceErrorCode]
  const inSystem = strings.allowInSystem[systemName(userAgent)](browserTitle(userAgent))
  switch (code) {
    case 'camera-denied':
    case 'microphone-denied':
      return { heading, help: strings.allowIn[browser] }
    case 'camera-blocked-by-system':
    case 'microphone-blocked-by-system':
      return { heading, help: inSystem }
    case 'camera-busy':
    case 'microphone-busy':
      // Firefox does not tell a device that the system blocks from one that another program has.
      return { heading, help: browser === 'firefox' ? `${help} ${inSystem}` : help }
    default:
      return { heading, help }
  }
}
