import type { Connected, LocalDevice, Reconnecting, Room, RoomError } from '@ot-room/room'
import { html, nothing, type TemplateResult } from 'lit'
import { icons } from '../icons/icons.ts'
import type { Strings } from '../strings/en.ts'

/** What the notices of a call are made of. */
export interface Notices {
  readonly room: Room
  readonly call: Connected | Reconnecting
  readonly strings: Strings
  readonly dismissal: Dismissal
}

/** Which notices the visitor has closed; a new error is a new notice. */
export interface Dismissal {
  isDismissed(error: RoomError): boolean
  dismiss(error: RoomError): void
}

/** What the visitor should know during a call, most urgent first. */
export function noticesView({ room, call, strings, dismissal }: Notices): TemplateResult {
  return html`<div class="notices" part="notices">
    ${
      call.phase === 'reconnecting'
        ? html`<p class="notice" part="notice reconnecting">
            <span class="spinner" aria-hidden="true"></span><span>${strings.reconnecting}</span>
          </p>`
        : nothing
    }
    ${
      call.audio === 'blocked'
        ? html`<p class="notice" part="notice audio-blocked">
            ${icons.sound}<span>${strings.audioBlocked}</span>
            <button class="primary" type="button" @click=${() => room.unblockAudio()}>
              ${strings.unblockAudio}
            </button>
          </p>`
        : nothing
    }
    ${
      call.microphone.status === 'off' && call.microphone.by === 'host'
        ? html`<p class="notice" part="notice muted-by-host">
            ${icons.microphoneOff}<span>${strings.mutedByHost}</span>
          </p>`
        : nothing
    }
    ${deviceNotice(call.microphone, () => room.unmuteMicrophone())}
    ${deviceNotice(call.camera, () => room.startCamera())}
  </div>`

  function deviceNotice(
    device: LocalDevice,
    retry: () => unknown,
  ): TemplateResult | typeof nothing {
    if (device.status !== 'failed' || dismissal.isDismissed(device.error)) return nothing
    const { error } = device
    const { heading, help } = strings.errors[error.code]
    return html`<div class="notice" part="notice device">
      ${icons.warning}
      <p><strong>${heading}.</strong> ${help}</p>
      <button class="secondary" type="button" @click=${retry}>${strings.tryAgain}</button>
      <button
        class="close"
        type="button"
        aria-label=${strings.dismiss}
        @click=${() => dismissal.dismiss(error)}
      >
        ${icons.close}
      </button>
    </div>`
  }
}
