import type { Call, Host, Room } from '@ot-room/room'
import { html, nothing, type TemplateResult } from 'lit'
import { callIcons } from '../icons/call-icons.ts'
import { icons } from '../icons/icons.ts'
import type { TalkStrings } from '../strings/talk/en.ts'
import { captionLanguages, likelyLanguage } from './caption-languages.ts'

/** What a host has captions made with. */
export interface CaptionControl {
  readonly room: Room
  readonly call: Call
  readonly words: TalkStrings
  /** That the host reads in. */
  readonly language: string
  act(work: (host: Host) => Promise<void>): void
  /** Nothing is to lie over what is said. */
  close(): void
}

/** Begins captions in a language and ends them, where the backend has them in this room. */
export function captionControl(control: CaptionControl): TemplateResult | typeof nothing {
  const { room, call, words, language, act, close } = control
  if (!call.features.includes('captions')) return nothing
  if (call.captions.status !== 'off') {
    return html`<button
      class="secondary"
      part="caption"
      type="button"
      @click=${() => act((host) => host.stopCaptions())}
    >
      ${callIcons.captions}${words.stopCaptions}
    </button>`
  }
  const likely = likelyLanguage(language)
  const named = new Intl.DisplayNames(language, { type: 'language' })
  const choices = captionLanguages
    .map((tag) => ({ tag, name: named.of(tag) ?? tag }))
    // oxlint-disable-next-line unicorn/no-array-sort -- Browsers older than 2023 have no `toSorted`.
    .sort((one, other) => one.name.localeCompare(other.name, language))
  return html`<form
    class="caption"
    part="caption"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault()
      if (!(event.target instanceof HTMLFormElement)) return
      const spoken = new FormData(event.target).get('language')
      if (typeof spoken !== 'string') return
      // Whoever has them made wants to read them.
      room.captions?.show()
      act((host) => host.startCaptions(spoken))
      close()
    }}
  >
    <label class="field">
      <span>${words.spokenLanguage}</span>
      <span class="select"
        ><select name="language" part="field caption-language">
          ${choices.map(
            ({ tag, name }) =>
              html`<option value=${tag} ?selected=${tag === likely}>${name}</option>`,
          )}</select
        >${icons.open}</span
      >
    </label>
    <button class="secondary" type="submit">${callIcons.captions}${words.startCaptions}</button>
  </form>`
}
