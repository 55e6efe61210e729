import { callOf, type Call, type LocalDevice, type Room, type RoomState } from '@ot-room/room'
import { html, nothing, type TemplateResult } from 'lit'
import { roomContext } from '../context/contexts.ts'
import { RoomPart } from '../context/room-part.ts'
import { SnapshotController } from '../context/snapshot-controller.ts'
import { icons } from '../icons/icons.ts'
import { buttons } from '../styles/buttons.ts'
import { tokens } from '../styles/tokens.ts'
import { toolbarStyles } from './ot-toolbar.styles.ts'

/**
 * The visitor's microphone, camera and way out.
 *
 * @slot start - Buttons before the microphone.
 * @slot end - Buttons after the camera.
 * @csspart bar - The row of buttons.
 * @csspart microphone - The microphone button.
 * @csspart camera - The camera button.
 * @csspart leave - The leave button.
 */
export class OtToolbar extends RoomPart {
  static override styles = [tokens, buttons, toolbarStyles]

  readonly #camera = this.#device('camera')
  readonly #microphone = this.#device('microphone')

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('button')?.focus(options)
  }

  protected override render(): TemplateResult {
    const { strings } = this
    return html`
      <div class="bar" part="bar" role="group" aria-label=${strings.toolbarLabel}>
        <slot name="start"></slot>
        ${this.#microphoneButton(this.#microphone.value)} ${this.#cameraButton(this.#camera.value)}
        <slot name="end"></slot>
        <button
          class="round leave"
          part="leave"
          type="button"
          aria-label=${strings.leave}
          @click=${() => this.#microphone.source?.leave()}
        >
          ${icons.leave}<span class="tip" aria-hidden="true">${strings.leave}</span>
        </button>
      </div>
    `
  }

  #microphoneButton(device: LocalDevice | undefined): TemplateResult | typeof nothing {
    const room = this.#microphone.source
    const { strings } = this
    const on = device?.status === 'on'
    return toggle(device, {
      part: 'microphone',
      label: strings.microphone,
      tip: on ? strings.mute : strings.unmute,
      icon: on ? icons.microphone : icons.microphoneOff,
      act: () => (on ? room?.muteMicrophone() : room?.unmuteMicrophone()),
    })
  }

  #cameraButton(device: LocalDevice | undefined): TemplateResult | typeof nothing {
    const room = this.#camera.source
    const { strings } = this
    const on = device?.status === 'on'
    return toggle(device, {
      part: 'camera',
      label: strings.camera,
      tip: on ? strings.stopCamera : strings.startCamera,
      icon: on ? icons.camera : icons.cameraOff,
      act: () => (on ? room?.stopCamera() : room?.startCamera()),
    })
  }

  #device(kind: keyof Pick<Call, 'camera' | 'microphone'>) {
    return new SnapshotController<RoomState, LocalDevice | undefined, Room>(
      this,
      roomContext,
      (state) => callOf(state)?.[kind],
    )
  }
}

interface Toggle {
  readonly part: string
  readonly label: string
  readonly tip: string
  readonly icon: TemplateResult
  readonly act: () => unknown
}

function toggle(
  device: LocalDevice | undefined,
  { part, label, tip, icon, act }: Toggle,
): TemplateResult | typeof nothing {
  if (!device || device.status === 'forbidden') return nothing
  const starting = device.status === 'starting'
  return html`<button
    class="round toggle"
    part=${part}
    type="button"
    aria-label=${label}
    aria-pressed=${device.status === 'on' || starting ? 'true' : 'false'}
    aria-busy=${starting ? 'true' : 'false'}
    @click=${act}
  >
    ${icon}<span class="tip" aria-hidden="true">${tip}</span>
  </button>`
}
