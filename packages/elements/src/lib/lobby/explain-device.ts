import type { RoomError } from '@ot-room/room'
import type { Explanation, Strings } from '../strings/en.ts'
import { browserName } from './browser-name.ts'

/** The words for a device that does not open; what is blocked is allowed elsewhere in each browser. */
export function explainDevice({ code }: RoomError, strings: Strings): Explanation {
  const { heading, help } = strings.errors[code]
  const blocked = code === 'camera-denied' || code === 'microphone-denied'
  return { heading, help: blocked ? strings.allowIn[browserName(navigator.userAgent)] : help }
}
