import { ContextConsumer } from '@lit/context'
import type { LocalDevice } from '@ot-room/room'
import type { Preview, PreviewState } from '@ot-room/room/preview'
import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { previewContext, roomContext } from '../context/contexts.ts'
import { RoomPart } from '../context/room-part.ts'
import { SnapshotController } from '../context/snapshot-controller.ts'
import { createLevelPainter, type Levelled } from '../stage/level-painter.ts'
import { buttons } from '../styles/buttons.ts'
import { fields } from '../styles/fields.ts'
import { tokens } from '../styles/tokens.ts'
import { blurField } from './blur-field.ts'
import { explainDevice } from './explain-device.ts'
import { rememberDevice } from './memory.ts'
import { deviceField } from './device-field.ts'
import { joinLabel } from './join-label.ts'
import { mayStartUnasked } from './may-start-unasked.ts'
import { lobbyStyles } from './ot-lobby.styles.ts'
import { previewView } from './preview-view.ts'

/**
 * The place before the room: see yourself, choose devices, give a name, join.
 *
 * @tag ot-lobby
 *
 * It asks for camera and microphone only when they were allowed before, or on a click.
 *
 * @attr name - The name to start with.
 * @slot header - Above the form, for example a logo.
 * @slot footer - Below the join button, for example a consent text.
 * @csspart form - Everything.
 * @csspart preview - The visitor's picture.
 * @csspart title - The room's name and the heading.
 * @csspart hint - What is said below the join button.
 * @csspart devices - The pickers.
 * @csspart field - Each field.
 * @csspart blur - The switch of the blur.
 * @csspart test-sound - The button that plays a sound.
 * @csspart meter - The microphone's level.
 * @csspart join - The join button.
 */
export class OtLobby extends RoomPart {
  static override properties: PropertyDeclarations = { name: { type: String } }
  static override styles = [tokens, buttons, fields, lobbyStyles]

  declare name: string | undefined

  readonly #room = new ContextConsumer(this, { context: roomContext, subscribe: true })
  readonly #preview = new SnapshotController<PreviewState, PreviewState, Preview>(
    this,
    previewContext,
    (state) => state,
  )
  readonly #painter = createLevelPainter(() => {
    const meter = this.renderRoot.querySelector<HTMLElement>('.meter')
    return meter ? meterLevel(meter) : undefined
  })
  #shown = new AbortController()
  #heard: Preview | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#shown = new AbortController()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#shown.abort()
    this.#heard = undefined
  }

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('h2')?.focus(options))
  }

  /** Who has pressed a button that is not needed any more goes on at the switches in its place. */
  protected override update(changes: PropertyValues): void {
    const held = this.matches(':focus-within')
    super.update(changes)
    if (held && !this.matches(':focus-within')) {
      this.renderRoot.querySelector<HTMLElement>('.controls button')?.focus()
    }
  }

  protected override updated(): void {
    const preview = this.#preview.source
    const video = this.renderRoot.querySelector('video')
    // By hand: Lit sets an object anew in each rendering, and a video then begins anew.
    if (video && video.srcObject !== preview?.state.picture) {
      video.srcObject = preview?.state.picture ?? null
    }
    if (!preview || preview === this.#heard) return
    this.#heard = preview
    const { signal } = this.#shown
    preview.onAudioLevel((level) => this.#painter.put('microphone', level), { signal })
    void this.#startUnasked(preview, signal)
  }

  protected override render(): TemplateResult | typeof nothing {
    const { strings } = this
    const preview = this.#preview.source
    const state = this.#preview.value
    if (!preview || !state) return nothing
    const { microphone } = state
    return html`<form part="form" @submit=${this.#join}>
      ${previewView(preview, state, strings)}
      <div class="panel">
        <slot name="header"></slot>
        <div class="title" part="title">
          <p class="room"><bdi>${this.#room.value?.name}</bdi></p>
          <h2 tabindex="-1">${strings.lobbyHeading}</h2>
        </div>
        <label class="field">
          <span>${strings.name}</span>
          <input
            part="field name"
            name="name"
            autocomplete="name"
            maxlength="64"
            placeholder=${strings.namePlaceholder}
            .value=${this.name ?? ''}
          />
        </label>
        <div class="go">
          <button class="primary join" part="join" type="submit">
            ${joinLabel(state, strings)}
          </button>
        </div>
        <p class="hint" part="hint" role="status">
          ${microphone.status === 'failed' ? explainDevice(microphone.error, strings) : strings.lobbyHint}
        </p>
        <slot name="footer"></slot>
      </div>
      <div class="devices" part="devices">${this.#deviceFields(preview, state)}</div>
    </form>`
  }

  #deviceFields(preview: Preview, state: PreviewState): readonly unknown[] {
    const { strings } = this
    const { microphone } = state
    return [
      html`<div class="field">
        ${deviceField({
          part: 'camera',
          label: strings.camera,
          choices: state.cameras,
          chosen: idOf(state.camera),
          usual: strings.usualDevice,
          unnamed: strings.device,
          select(deviceId) {
            rememberDevice({ camera: deviceId })
            void preview.selectCamera(deviceId)
          },
        })}
        ${state.blur === 'absent' ? nothing : this.#blurField(preview, state)}
      </div>`,
      html`<div class="field">
        ${deviceField({
          part: 'microphone',
          label: strings.microphone,
          choices: state.microphones,
          chosen: idOf(microphone),
          usual: strings.usualDevice,
          unnamed: strings.device,
          select(deviceId) {
            rememberDevice({ microphone: deviceId })
            void preview.selectMicrophone(deviceId)
          },
        })}
        <div class="meter" part="meter" role="img" aria-label=${strings.level}></div>
      </div>`,
      canChooseSpeaker() ? this.#speakerField(preview, state) : nothing,
    ]
  }

  #blurField(preview: Preview, { background, blur }: PreviewState): readonly unknown[] {
    const { blur: label, errors } = this.strings
    return [
      blurField({ background, label, choose: (next) => preview.setBackground(next) }),
      html`<p class="trouble" role="status">
        ${blur === 'failed' ? `${errors['camera-blur-failed'].heading}.` : nothing}
      </p>`,
    ]
  }

  #speakerField(preview: Preview, { speaker, speakers }: PreviewState): TemplateResult {
    const { strings } = this
    return html`<div class="speaker">
      ${deviceField({
        part: 'speaker',
        label: strings.speaker,
        choices: speakers,
        chosen: speaker,
        usual: strings.usualDevice,
        unnamed: strings.device,
        select(deviceId) {
          rememberDevice({ speaker: deviceId })
          preview.selectSpeaker(deviceId)
        },
      })}
      <button
        class="secondary"
        part="test-sound"
        type="button"
        @click=${async () => {
          const { playTestSound } = await import('./test-sound.ts')
          await playTestSound(speaker)
        }}
      >
        ${strings.testSound}
      </button>
    </div>`
  }

  async #startUnasked(preview: Preview, signal: AbortSignal): Promise<void> {
    const allowed = await mayStartUnasked()
    // A lobby that stands in for a room that was entered by method has nobody to show.
    const isEntered = (this.#room.value?.state.phase ?? 'lobby') !== 'lobby'
    if (!allowed || isEntered || signal.aborted) return
    if (preview.state.status === 'idle') await preview.start()
  }

  #join(event: SubmitEvent): void {
    event.preventDefault()
    const name = this.renderRoot.querySelector('input')?.value.trim()
    const choice = this.#preview.source?.choice
    // The state tells of a failure; the promise is for those who call the room themselves.
    this.#room.value?.join({ ...choice, ...(name && { name }) }).catch(() => undefined)
  }
}

/** Known before the devices are, so that the picker has its place from the start. */
function canChooseSpeaker(): boolean {
  return 'setSinkId' in HTMLMediaElement.prototype
}

function idOf(device: LocalDevice): string | undefined {
  return device.status === 'on' ? device.deviceId : undefined
}

/** A bar as wide as the voice is loud; there is one of them, and no call that it could slow down. */
function meterLevel(meter: HTMLElement): Levelled {
  return {
    get level() {
      return Number(meter.style.getPropertyValue('--ot-level'))
    },
    set level(level) {
      meter.style.setProperty('--ot-level', level === 0 ? '0' : level.toFixed(2))
    },
  }
}
