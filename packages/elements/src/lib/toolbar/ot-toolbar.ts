import { callOf, RoomError, type Call, type Room, type RoomState } from '@ot-room/room'
import { html, nothing, type TemplateResult } from 'lit'
import { roomContext, viewContext } from '../context/contexts.ts'
import { CallPart } from '../context/call-part.ts'
import { SnapshotController } from '../context/snapshot-controller.ts'
import { callIcons } from '../icons/call-icons.ts'
import { buttons } from '../styles/buttons.ts'
import { fields } from '../styles/fields.ts'
import { tokens } from '../styles/tokens.ts'
import type { View, ViewState } from '../view/view.ts'
import { callToggles, type Toggle } from './call-toggles.ts'
import { OtErrorEvent } from '../room/events.ts'
import { devicesPanel } from './devices-panel.ts'
import { guestsPanel } from './guests-panel.ts'
import { morePanel } from './more-panel.ts'
import { toolbarStyles } from './ot-toolbar.styles.ts'

/**
 * What the visitor can do in a call.
 *
 * @slot start - Buttons before the microphone.
 * @slot end - Buttons before leaving.
 * @csspart bar - The row of buttons.
 * @csspart microphone - The microphone button.
 * @csspart camera - The camera button.
 * @csspart share - The button that shares the screen.
 * @csspart more - The button that opens the panel.
 * @csspart panel - Who waits, devices, layout, own picture, windows.
 * @csspart guests - Who waits to be let in.
 * @csspart devices - The pickers, each a `field`, also `camera-picker`, `microphone-picker`, `speaker-picker`.
 * @csspart leave - The leave button.
 */
export class OtToolbar extends CallPart {
  static override properties = { open: { type: Boolean, reflect: true } }
  static override styles = [tokens, buttons, fields, toolbarStyles]

  /** Whether the panel behind "More" is shown. */
  declare open: boolean

  readonly #call = new SnapshotController<RoomState, Call | undefined, Room>(
    this,
    roomContext,
    callOf,
  )
  readonly #view = new SnapshotController<ViewState, ViewState, View>(
    this,
    viewContext,
    (state) => state,
  )
  #attached = new AbortController()

  constructor() {
    super()
    this.open = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#attached = new AbortController()
    const { signal } = this.#attached
    this.addEventListener('keydown', (event) => this.#onKey(event), { signal })
    // Whatever else is clicked, the panel is not wanted any more.
    const closeOutside = (event: Event): void => {
      if (!event.composedPath().includes(this)) this.open = false
    }
    document.addEventListener('pointerdown', closeOutside, { signal })
    document.addEventListener('fullscreenchange', () => this.requestUpdate(), { signal })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#attached.abort()
    this.open = false
  }

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus(options))
  }

  protected override render(): TemplateResult {
    const { strings } = this
    const room = this.#call.source
    const call = this.#call.value
    const view = this.#view.source
    return html`
      <div class="bar" part="bar" role="group" aria-label=${strings.toolbarLabel}>
        <slot name="start"></slot>
        ${room && call ? callToggles(room, call, strings).map(toggleButton) : nothing}
        ${view ? this.#moreButton(call?.guests.length ?? 0) : nothing}
        ${this.open && view ? this.#panel(view) : nothing}
        <slot name="end"></slot>
        <button
          class="round leave"
          part="leave"
          type="button"
          aria-label=${strings.leave}
          @click=${() => room?.leave()}
        >
          ${callIcons.leave}<span class="tip" aria-hidden="true">${strings.leave}</span>
        </button>
      </div>
    `
  }

  /** After its button, so that the keyboard goes on into it. */
  #panel(view: View): TemplateResult {
    const { strings } = this
    const room = this.#call.source
    const call = this.#call.value
    return html`<div class="panel" id="panel" part="panel" role="group" aria-label=${strings.more}>
      ${room && call ? [this.#guests(room, call), devicesPanel(room, call, strings)] : nothing}
      ${morePanel({ view, strings, close: () => this.#close() })}
    </div>`
  }

  #guests(room: Room, { guests }: Call): unknown {
    const { strings } = this
    const told = (work: Promise<void>): void => {
      work.catch((error: unknown) => {
        if (error instanceof RoomError) this.dispatchEvent(new OtErrorEvent(error))
      })
    }
    return guestsPanel({
      guests,
      strings,
      admit: (id) => told(room.admit(id)),
      deny: (id) => told(room.deny(id)),
    })
  }

  #moreButton(waiting: number): TemplateResult {
    const { strings } = this
    return html`<button
      class="round toggle more"
      part="more"
      type="button"
      aria-label=${waiting > 0 ? `${strings.more}, ${strings.guestsHeading}: ${waiting}` : strings.more}
      aria-expanded=${this.open ? 'true' : 'false'}
      aria-controls="panel"
      @click=${() => (this.open = !this.open)}
    >
      ${callIcons.more}${
        waiting > 0 ? html`<span class="count" aria-hidden="true">${waiting}</span>` : nothing
      }<span class="tip" aria-hidden="true">${strings.more}</span>
    </button>`
  }

  #close(): void {
    this.open = false
    this.renderRoot.querySelector<HTMLElement>('.more')?.focus()
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return
    event.preventDefault()
    this.#close()
  }
}

function toggleButton(toggle: Toggle): TemplateResult {
  return html`<button
    class="round toggle ${toggle.part}"
    part=${toggle.part}
    type="button"
    aria-label=${toggle.label}
    aria-pressed=${toggle.pressed ? 'true' : 'false'}
    aria-busy=${toggle.busy ? 'true' : 'false'}
    aria-keyshortcuts=${toggle.key}
    @click=${toggle.act}
  >
    ${toggle.icon}<span class="tip" aria-hidden="true">${toggle.tip}</span>
  </button>`
}
