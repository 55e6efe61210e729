import { RoomError, type Call, type Host, type Room } from '@ot-room/room'
import { html, nothing, type TemplateResult } from 'lit'
import { callAround, viewAround } from '../context/in-call.ts'
import { CallPart } from '../context/call-part.ts'
import { callIcons } from '../icons/call-icons.ts'
import { languageOf } from '../strings/language.ts'
import { localeTag } from '../strings/locale-tag.ts'
import { buttons } from '../styles/buttons.ts'
import { fields } from '../styles/fields.ts'
import { tokens } from '../styles/tokens.ts'
import type { Aside, View } from '../view/view.ts'
import { asideButton } from './aside-button.ts'
import { callToggles, type Toggle } from './call-toggles.ts'
import { captionsToggle } from './captions-toggle.ts'
import { captionControl } from './caption-control.ts'
import { OtErrorEvent } from '../room/events.ts'
import { devicesPanel } from './devices-panel.ts'
import { guestsPanel } from './guests-panel.ts'
import { morePanel } from './more-panel.ts'
import { reactionsPanel } from './reactions-panel.ts'
import { recordButton } from './record-button.ts'
import { toolbarStyles } from './ot-toolbar.styles.ts'
import { unread } from './unread.ts'

/** What a toolbar can show above its buttons. */
export type Panel = 'none' | 'more' | 'reactions'

/**
 * What the visitor can do in a call.
 *
 * @tag ot-toolbar
 *
 * @fires {OtErrorEvent} ot-error - Something that was asked for did not work.
 *
 * @slot start - Buttons before the microphone.
 * @slot end - Buttons before leaving.
 * @csspart bar - The row of buttons.
 * @csspart microphone - The microphone button.
 * @csspart camera - The camera button.
 * @csspart share - The button that shares the screen.
 * @csspart captions - The button that shows captions, while there are any.
 * @csspart react - The button that opens the reactions.
 * @csspart reactions - The reactions, and a hand to raise, which is the part `raise-hand`.
 * @csspart chat - The button that opens the chat.
 * @csspart people - The button that opens the list of people.
 * @csspart more - The button that opens the panel.
 * @csspart panel - Who waits, devices, layout, own picture, windows.
 * @csspart record - The button with which a host records, in the panel.
 * @csspart caption - How a host has captions made, in the panel: `caption-language` and a button.
 * @csspart guests - Who waits to be let in.
 * @csspart devices - The pickers, each a `field`, also `camera-picker`, `microphone-picker`, `speaker-picker`.
 * @csspart leave - The leave button.
 */
export class OtToolbar extends CallPart {
  static override properties = { panel: { reflect: true } }
  static override styles = [tokens, buttons, fields, toolbarStyles]

  /** What is shown above the buttons. */
  declare panel: Panel

  readonly #call = callAround(this)
  readonly #view = viewAround(this)
  #attached = new AbortController()
  /** The button of what stood beside the people last: the focus comes back to it once. */
  #opened: Exclude<Aside, 'none'> | undefined

  constructor() {
    super()
    this.panel = 'none'
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#attached = new AbortController()
    const { signal } = this.#attached
    this.addEventListener('keydown', (event) => this.#onKey(event), { signal })
    // Whatever else is clicked, the panel is not wanted any more.
    const closeOutside = (event: Event): void => {
      if (!event.composedPath().includes(this)) this.panel = 'none'
    }
    document.addEventListener('pointerdown', closeOutside, { signal })
    document.addEventListener('fullscreenchange', () => this.requestUpdate(), { signal })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#attached.abort()
    this.panel = 'none'
  }

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => {
      const opener = this.#opened && this.renderRoot.querySelector<HTMLElement>(`.${this.#opened}`)
      this.#opened = undefined
      const button = opener ?? this.renderRoot.querySelector('button')
      button?.focus(options)
    })
  }

  protected override willUpdate(): void {
    const aside = this.#view.value?.aside ?? 'none'
    if (aside !== 'none') this.#opened = aside
  }

  protected override render(): TemplateResult {
    const { strings } = this
    const room = this.#call.source
    const call = this.#call.value
    const view = this.#view.source
    return html`
      <div class="bar" part="bar" role="group" aria-label=${strings.toolbarLabel}>
        <slot name="start"></slot>
        ${room && call ? this.#toggles(room, call).map(toggleButton) : nothing}
        ${call ? this.#reactions(call) : nothing}
        ${call && view ? [this.#asideButton('chat', call, view), this.#asideButton('people', call, view)] : nothing}
        ${view ? this.#moreButton(call?.guests.length ?? 0) : nothing}
        ${this.panel === 'more' && view ? this.#panel(view) : nothing}
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

  #toggles(room: Room, call: Call): readonly Toggle[] {
    return [...callToggles(room, call, this.strings), ...captionsToggle(room, call, this.words)]
  }

  /** After its button, so that the keyboard goes on into it. */
  #panel(view: View): TemplateResult {
    const { strings } = this
    const room = this.#call.source
    const call = this.#call.value
    return html`<div class="panel" id="panel" part="panel" role="group" aria-label=${strings.more}>
      ${room && call ? [this.#guests(call), this.#used(room, call)] : nothing}
      <div class="group">${morePanel({ view, strings, close: () => this.#close() })}</div>
    </div>`
  }

  #used(room: Room, call: Call): TemplateResult {
    const { words } = this
    const act = (work: (host: Host) => Promise<void>): void => this.#act(work)
    const language = localeTag(languageOf(this))
    return html`<div class="group">
      ${devicesPanel(room, call, this.strings)}
      ${room.host ? [recordButton({ call, words, act }), captionControl({ room, call, words, language, act, close: () => this.#close() })] : nothing}
    </div>`
  }

  #guests({ guests }: Call): unknown {
    return guestsPanel({
      guests,
      strings: this.strings,
      admit: (id) => this.#act((host) => host.admit(id)),
      deny: (id) => this.#act((host) => host.deny(id)),
    })
  }

  #act(work: (host: Host) => Promise<void>): void {
    const host = this.#call.source?.host
    if (host) this.#told(work(host))
  }

  #told(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (error instanceof RoomError) this.dispatchEvent(new OtErrorEvent(error))
    })
  }

  /** A button, and what it opens after it. */
  #reactions(call: Call): readonly unknown[] {
    const { words } = this
    const isOpen = this.panel === 'reactions'
    const button = html`<button
      class="round toggle react"
      part="react"
      type="button"
      aria-label=${words.reactions}
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls="reactions"
      @click=${() => (this.panel = isOpen ? 'none' : 'reactions')}
    >
      ${callIcons.react}<span class="tip" aria-hidden="true">${words.reactions}</span>
    </button>`
    if (!isOpen) return [button]
    const panel = reactionsPanel({
      call,
      words,
      act: (work) => {
        this.#close()
        const talk = this.#call.source?.talk
        if (talk) this.#told(work(talk))
      },
    })
    return [button, panel]
  }

  #asideButton(aside: Exclude<Aside, 'none'>, call: Call, view: View): TemplateResult {
    const { words } = this
    const isOpen = view.state.aside === aside
    return asideButton({
      aside,
      isOpen,
      label: aside === 'chat' ? words.chat : words.peopleHeading,
      news: aside === 'chat' && !isOpen ? unread(call.messages, view.state.readTo) : 0,
      newsLabel: words.unread,
      toggle: () => view.change({ aside: isOpen ? 'none' : aside }),
    })
  }

  #moreButton(waiting: number): TemplateResult {
    const { strings } = this
    return html`<button
      class="round toggle more"
      part="more"
      type="button"
      aria-label=${waiting > 0 ? `${strings.more}, ${strings.guestsHeading}: ${waiting}` : strings.more}
      aria-expanded=${this.panel === 'more' ? 'true' : 'false'}
      aria-controls="panel"
      @click=${() => (this.panel = this.panel === 'more' ? 'none' : 'more')}
    >
      ${callIcons.more}${
        waiting > 0 ? html`<span class="count" aria-hidden="true">${waiting}</span>` : nothing
      }<span class="tip" aria-hidden="true">${strings.more}</span>
    </button>`
  }

  #close(): void {
    const opener = this.panel === 'reactions' ? '.react' : '.more'
    this.panel = 'none'
    this.renderRoot.querySelector<HTMLElement>(opener)?.focus()
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.panel === 'none') return
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
    ${toggle.icon}<span class="tip" aria-hidden="true">${toggle.label}</span>
  </button>`
}
