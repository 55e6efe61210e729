import type { DeviceErrorCode, RoomError } from '@ot-room/room'
import { html, type TemplateResult } from 'lit'
import type { LobbyStrings } from '../strings/lobby-en.ts'
import { browserName, browserTitle, systemName } from './browser-name.ts'

/** What is said of a device that does not open; what is blocked is allowed elsewhere in each browser and system. */
export function explainDevice({ code }: RoomError, strings: LobbyStrings): TemplateResult {
  const { heading } = strings.errors[code as DeviceErrorCode]
  return html`<strong>${heading}.</strong> ${helpFor(code as DeviceErrorCode, strings)}`
}

function helpFor(code: DeviceErrorCode, strings: LobbyStrings): string {
  const { userAgent } = navigator
  const browser = browserName(userAgent)
  const { help } = strings.errors[code]
  const inSystem = strings.allowInSystem[systemName(userAgent)](browserTitle(userAgent))
  switch (code) {
    case 'camera-denied':
    case 'microphone-denied':
      return strings.allowIn[browser]
    case 'camera-blocked-by-system':
    case 'microphone-blocked-by-system':
      return inSystem
    case 'camera-busy':
    case 'microphone-busy':
      // Firefox does not tell a device that the system blocks from one that another program has.
      return browser === 'firefox' ? `${help} ${inSystem}` : help
    default:
      return help
  }
}
