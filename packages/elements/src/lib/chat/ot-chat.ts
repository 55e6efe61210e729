import { callOf, RoomError, type Message, type Room, type RoomState } from '@ot-room/room'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { asideHeader } from '../aside/aside-header.ts'
import { asideStyles } from '../aside/aside.styles.ts'
import { viewAround } from '../context/in-call.ts'
import { CallPart } from '../context/call-part.ts'
import { roomContext } from '../context/contexts.ts'
import { SnapshotController } from '../context/snapshot-controller.ts'
import { callIcons } from '../icons/call-icons.ts'
import { localeTag } from '../strings/locale-tag.ts'
import { languageOf } from '../strings/language.ts'
import { buttons } from '../styles/buttons.ts'
import { tokens } from '../styles/tokens.ts'
import { visuallyHidden } from '../styles/visually-hidden.ts'
import { chatStyles } from './ot-chat.styles.ts'
import { linked } from './linked.ts'

/**
 * What people write to each other during a call.
 *
 * @tag ot-chat
 *
 * @csspart heading - Its heading.
 * @csspart close - The button that closes it.
 * @csspart messages - The list of messages.
 * @csspart message - One message; also `own`.
 * @csspart compose - Where the next message is written.
 * @csspart send - The button that sends it.
 */
export class OtChat extends CallPart {
  static override properties: PropertyDeclarations = { trouble: { state: true } }
  static override styles = [tokens, buttons, visuallyHidden, asideStyles, chatStyles]

  declare trouble: RoomError | undefined

  readonly #messages = new SnapshotController<RoomState, readonly Message[] | undefined, Room>(
    this,
    roomContext,
    (state) => callOf(state)?.messages,
  )
  readonly #view = viewAround(this)
  /** Whoever reads what was said earlier stays there. */
  #atEnd = true

  protected override firstUpdated(): void {
    // Whoever has opened it goes on in it.
    if (this.#view.value?.aside === 'chat') this.focus()
  }

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.#field?.focus(options))
  }

  protected override willUpdate(): void {
    const list = this.#list
    if (list) this.#atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 48
  }

  protected override updated(): void {
    const list = this.#list
    if (list && this.#atEnd) list.scrollTop = list.scrollHeight
    // What comes while this is open is in sight.
    const readTo = this.#messages.value?.at(-1)?.id
    if (readTo !== undefined) this.#view.source?.change({ readTo })
  }

  protected override render(): TemplateResult {
    const { words, strings } = this
    const view = this.#view.source
    const messages = this.#messages.value ?? []
    const clock = new Intl.DateTimeFormat(localeTag(languageOf(this)), { timeStyle: 'short' })
    return html`
      ${asideHeader({ heading: words.chat, close: strings.dismiss, view })}
      ${
        messages.length === 0
          ? html`<p class="empty"><strong>${words.chatEmpty}</strong>${words.chatHint}</p>`
          : nothing
      }
      <ol
        part="messages"
        role="list"
        tabindex="0"
        aria-labelledby="heading"
        ?hidden=${messages.length === 0}
      >
        ${repeat(
          messages,
          ({ id }) => id,
          (message) => this.#message(message, clock),
        )}
      </ol>
      <form part="compose" @submit=${this.#send}>
        ${
          this.trouble
            ? html`<p class="trouble" role="alert">
                ${strings.errors[this.trouble.code].heading}.
                ${strings.errors[this.trouble.code].help}
              </p>`
            : nothing
        }
        <textarea
          rows="2"
          maxlength="2000"
          required
          dir="auto"
          aria-label=${words.chatField}
          placeholder=${words.chatField}
          @keydown=${this.#onKey}
        ></textarea>
        <button class="primary" part="send" type="submit" aria-label=${words.send}>
          ${callIcons.send}
        </button>
      </form>
    `
  }

  #message({ name, self, text, at }: Message, clock: Intl.DateTimeFormat): TemplateResult {
    const { strings } = this
    const time = new Date(at)
    return html`<li part="message${self ? ' own' : ''}" class=${self ? 'own' : ''}>
      <span class="who">
        <bdi>${self ? strings.you(name) : (name ?? strings.guest)}</bdi>
        <time datetime=${time.toISOString()}>${clock.format(time)}</time>
      </span>
      <span class="text" dir="auto">${linked(text).map(pieceView)}</span>
    </li>`
  }

  #send(event: Event): void {
    event.preventDefault()
    const field = this.#field
    const text = field?.value.trim()
    const talk = this.#messages.source?.talk
    if (!field || !text) return
    this.trouble = undefined
    const sent = talk ? talk.say(text) : Promise.reject(new RoomError('not-connected'))
    // What was not sent stays to be sent again.
    field.value = ''
    sent.catch((error: unknown) => {
      if (error instanceof RoomError) this.trouble = error
      if (field.value === '') field.value = text
    })
  }

  #onKey(event: KeyboardEvent): void {
    // Enter also ends the writing of a Chinese or Japanese word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    this.#field?.form?.requestSubmit()
  }

  get #list(): HTMLElement | null {
    return this.renderRoot.querySelector('ol')
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea')
  }
}

function pieceView({ text, href }: ReturnType<typeof linked>[number]): unknown {
  if (href === undefined) return text
  return html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${text}</a>`
}
