import type {
  Connected,
  LocalDevice,
  LocalScreen,
  Reconnecting,
  Room,
  RoomError,
} from '@ot-room/room'
import { html, nothing, type TemplateResult } from 'lit'
import { callIcons } from '../icons/call-icons.ts'
import { icons } from '../icons/icons.ts'
import { explainDevice } from '../lobby/explain-device.ts'
import { isHeld } from '../devices/is-held.ts'
import type { Strings } from '../strings/en.ts'
import type { Toasts } from './toasts.ts'

/** What the notices of a call are made of. */
export interface Notices {
  readonly room: Room
  readonly call: Connected | Reconnecting
  readonly strings: Strings
  readonly toasts: Toasts
  readonly dismissal: Dismissal
  /** Something that was asked for did not work. */
  failed(error: RoomError): void
}

/** Which notices the visitor has closed; a new error is a new notice. */
export interface Dismissal {
  isDismissed(error: RoomError): boolean
  dismiss(error: RoomError): void
}

/** What the visitor should know during a call, most urgent first. */
export function noticesView(notices: Notices): TemplateResult {
  const { room, call, strings, dismissal } = notices
  return html`<div class="notices" part="notices">
    ${
      call.phase === 'reconnecting'
        ? html`<p class="notice" part="notice reconnecting">
            <span class="spinner" aria-hidden="true"></span
            ><span>${call.stage === 'rejoining' ? strings.rejoining : strings.reconnecting}</span>
          </p>`
        : nothing
    }
    ${
      call.audio === 'blocked'
        ? html`<p class="notice" part="notice audio-blocked">
            ${callIcons.sound}<span>${strings.audioBlocked}</span>
            <button class="primary" type="button" @click=${() => room.unblockAudio()}>
              ${strings.unblockAudio}
            </button>
          </p>`
        : nothing
    }
    ${
      call.microphone.status === 'off' && call.microphone.by === 'host'
        ? plainNotice('muted-by-host', icons.microphoneOff, strings.mutedByHost)
        : nothing
    }
    ${isHeld(call.microphone) ? plainNotice('held', icons.microphoneOff, strings.microphoneHeld) : nothing}
    ${isHeld(call.camera) ? plainNotice('held', icons.cameraOff, strings.cameraHeld) : nothing}
    ${
      call.screen.status === 'on'
        ? html`<p class="notice" part="notice sharing">
            ${callIcons.share}<span>${strings.sharing}</span>
            <button class="secondary" type="button" @click=${() => room.stopSharing()}>
              ${strings.stopSharing}
            </button>
          </p>`
        : nothing
    }
    ${knockNotice(notices)} ${toastNotices(notices)}
    ${deviceNotice(call.screen, () => room.shareScreen())}
    ${deviceNotice(call.microphone, () => room.unmuteMicrophone())}
    ${deviceNotice(call.camera, () => room.startCamera())}
  </div>`

  function deviceNotice(
    device: LocalDevice | LocalScreen,
    retry: () => unknown,
  ): TemplateResult | typeof nothing {
    if (device.status !== 'failed' || dismissal.isDismissed(device.error)) return nothing
    const { error } = device
    return html`<div class="notice" part="notice device">
      ${callIcons.warning}
      <p>${explainDevice(error, strings)}</p>
      <button class="secondary" type="button" @click=${retry}>${strings.tryAgain}</button>
      <button
        class="close"
        type="button"
        aria-label=${strings.dismiss}
        @click=${() => dismissal.dismiss(error)}
      >
        ${callIcons.close}
      </button>
    </div>`
  }
}

/** A notice without anything to do. */
function plainNotice(part: string, icon: TemplateResult, text: string): TemplateResult {
  return html`<p class="notice" part="notice ${part}">${icon}<span>${text}</span></p>`
}

/** The one who waits the longest; the panel has them all. */
function knockNotice({ room, call, strings, failed }: Notices): TemplateResult | typeof nothing {
  const [guest] = call.guests
  if (!guest) return nothing
  return html`<div class="notice" part="notice knock">
    ${callIcons.guest}
    <p>${strings.knocks(guest.name ?? strings.guest)}</p>
    <button class="primary" type="button" @click=${() => room.host?.admit(guest.id).catch(failed)}>
      ${strings.admit}
    </button>
    <button class="secondary" type="button" @click=${() => room.host?.deny(guest.id).catch(failed)}>
      ${strings.deny}
    </button>
  </div>`
}

function toastNotices({ toasts, strings }: Notices): readonly TemplateResult[] {
  return toasts.all.map(
    ({ key, text, actions }) =>
      html`<div class="notice" part="notice toast">
        <p>${text(strings)}</p>
        ${actions.map(
          ({ label, act }) =>
            html`<button
              class="secondary"
              type="button"
              @click=${() => {
                toasts.drop(key)
                act()
              }}
            >
              ${label(strings)}
            </button>`,
        )}
        <button
          class="close"
          type="button"
          aria-label=${strings.dismiss}
          @click=${() => toasts.drop(key)}
        >
          ${callIcons.close}
        </button>
      </div>`,
  )
}
