import type { Call, DeviceRole, Room } from '@ot-room/room'
import { html, nothing, type TemplateResult } from 'lit'
import { deviceIn, selectDevice } from '../devices/in-use.ts'
import { deviceField } from '../lobby/device-field.ts'
import { blurField } from '../lobby/blur-field.ts'
import { rememberDevice } from '../lobby/memory.ts'
import type { Strings } from '../strings/en.ts'

/** Shows a picker for each thing that a device can be used for in the call. */
export function devicesPanel(room: Room, call: Call, strings: Strings): TemplateResult {
  const maySend = call.camera.status !== 'forbidden'
  const hasSpeakers = call.devices.speakers.length > 0
  return html`<div class="devices" part="devices">
    ${maySend ? [picker('camera'), blur(), picker('microphone')] : nothing}
    ${hasSpeakers ? picker('speaker') : nothing}
  </div>`

  function blur(): TemplateResult | typeof nothing {
    if (!room.canBlur) return nothing
    return blurField({
      background: call.background,
      label: strings.blur,
      choose: (background) => void room.setBackground(background).catch(() => undefined),
    })
  }

  function picker(role: DeviceRole): TemplateResult {
    return deviceField({
      // A button has the plain name.
      part: `${role}-picker`,
      label: strings[role],
      choices: call.devices[`${role}s`],
      chosen: deviceIn(role, call),
      usual: strings.usualDevice,
      unnamed: strings.device,
      select(deviceId) {
        rememberDevice({ [role]: deviceId })
        // The call tells how it went.
        selectDevice(room, role, deviceId).catch(() => undefined)
      },
    })
  }
}
