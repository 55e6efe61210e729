import { RoomError, type Call, type Host } from '@ot-room/room'
import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { asideHeader } from '../aside/aside-header.ts'
import { asideStyles } from '../aside/aside.styles.ts'
import { callAround, viewAround } from '../context/in-call.ts'
import { CallPart } from '../context/call-part.ts'
import { OtErrorEvent } from '../room/events.ts'
import { buttons } from '../styles/buttons.ts'
import { tokens } from '../styles/tokens.ts'
import { visuallyHidden } from '../styles/visually-hidden.ts'
import { inOrder } from './in-order.ts'
import { peopleStyles } from './ot-people.styles.ts'
import { personRow } from './person-row.ts'

/** What a host is asked about before it is done: a participant by id, or the end of the call. */
type Asked = { readonly about: string } | 'the end' | undefined

/**
 * Who is in the room, and what a host can do about them.
 *
 * @tag ot-people
 *
 * @fires {OtErrorEvent} ot-error - Something that was asked for did not work.
 *
 * @csspart heading - Its heading.
 * @csspart close - The button that closes it.
 * @csspart list - The list.
 * @csspart person - One person.
 * @csspart host - What a host can do about everybody.
 */
export class OtPeople extends CallPart {
  static override properties: PropertyDeclarations = { asked: { state: true } }
  static override styles = [tokens, buttons, visuallyHidden, asideStyles, peopleStyles]

  declare asked: Asked

  readonly #call = callAround(this)
  readonly #view = viewAround(this)

  protected override firstUpdated(): void {
    // Whoever has opened it goes on in it.
    if (this.#view.value?.aside === 'people') this.focus()
  }

  override focus(options?: FocusOptions): void {
    const button = (): HTMLElement | null => this.renderRoot.querySelector('header button')
    void this.updateComplete.then(() => button()?.focus(options))
  }

  /** Whose row or question is gone with the button that had the focus: the focus stays in the list. */
  protected override update(changes: PropertyValues): void {
    const held = this.matches(':focus-within')
    super.update(changes)
    if (!held || this.matches(':focus-within')) return
    const heading = this.renderRoot.querySelector('h2')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus()
  }

  protected override updated(): void {
    this.renderRoot.querySelector('.question')?.scrollIntoView({ block: 'nearest' })
  }

  protected override render(): TemplateResult {
    const { words, strings, asked } = this
    const call = this.#call.value
    const host = this.#call.source?.host
    const heading = `${words.peopleHeading} (${call?.participants.length ?? 0})`
    return html`
      ${asideHeader({ heading, close: strings.dismiss, view: this.#view.source })}
      <ul part="list" role="list" aria-labelledby="heading">
        ${
          call &&
          repeat(
            inOrder(call),
            ({ id }) => id,
            (person) =>
              personRow({
                person,
                call,
                strings,
                words,
                host,
                asked: typeof asked === 'object' && asked.about === person.id,
                ask: () => (this.asked = { about: person.id }),
                keep: () => (this.asked = undefined),
                act: (work) => this.#act(work),
              }),
          )
        }
      </ul>
      ${call && host ? this.#forEverybody(call) : nothing}
    `
  }

  #forEverybody({ participants, features }: Call): TemplateResult | typeof nothing {
    const { words, strings } = this
    const isHeard = participants.some(
      ({ self, streams }) => !self && streams.some(({ hasAudio }) => hasAudio),
    )
    const canEnd = features.includes('meetings')
    if (!isHeard && !canEnd) return nothing
    if (this.asked === 'the end') {
      return html`<div part="host" class="host" role="group" aria-label=${words.endQuestion}>
        <p>${words.endQuestion}</p>
        <button class="danger" type="button" @click=${() => this.#act((host) => host.end())}>
          ${words.end}
        </button>
        <button class="secondary" type="button" @click=${() => (this.asked = undefined)}>
          ${strings.cancel}
        </button>
      </div>`
    }
    return html`<div part="host" class="host">
      ${
        isHeard
          ? html`<button
              class="secondary"
              type="button"
              @click=${() => this.#act((host) => host.muteOthers())}
            >
              ${words.muteOthers}
            </button>`
          : nothing
      }
      ${
        canEnd
          ? html`<button class="danger" type="button" @click=${() => (this.asked = 'the end')}>
              ${words.end}
            </button>`
          : nothing
      }
    </div>`
  }

  #act(work: (host: Host) => Promise<void>): void {
    this.asked = undefined
    const host = this.#call.source?.host
    const done = host ? work(host) : Promise.reject(new RoomError('not-connected'))
    done.catch((error: unknown) => {
      if (error instanceof RoomError) this.dispatchEvent(new OtErrorEvent(error))
    })
  }
}
