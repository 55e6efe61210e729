import type { RoomError } from '@ot-room/room'
import { html, type TemplateResult } from 'lit'
import type { Strings } from '../strings/en.ts'
import { browserName } from './browser-name.ts'

/** What is said of a device that does not open; what is blocked is allowed elsewhere in each browser. */
export function explainDevice({ code }: RoomError, strings: Strings): TemplateResult {
  const { heading, help } = strings.errors[code]
  const blocked = code === 'camera-denied' || code === 'microphone-denied'
  return html`<strong>${heading}.</strong>
    ${blocked ? strings.allowIn[browserName(navigator.userAgent)] : help}`
}
