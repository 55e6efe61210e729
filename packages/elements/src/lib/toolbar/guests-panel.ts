import type { Guest } from '@ot-room/room'
import { html, nothing, type TemplateResult } from 'lit'
import type { Strings } from '../strings/en.ts'

/** Those who wait, and what a host can do about them. */
export interface GuestsPanel {
  readonly guests: readonly Guest[]
  readonly strings: Strings
  /** One guest, or everybody. */
  admit(id?: string): void
  deny(id: string): void
}

/** Shows who waits to be let in; nothing where nobody does. */
export function guestsPanel(panel: GuestsPanel): TemplateResult | typeof nothing {
  const { guests, strings } = panel
  if (guests.length === 0) return nothing
  return html`<section class="guests" part="guests" aria-labelledby="guests">
    <h2 id="guests">${strings.guestsHeading}</h2>
    <ul>
      ${guests.map((guest) => guestRow(guest, panel))}
    </ul>
    ${
      guests.length > 1
        ? html`<button class="secondary" type="button" @click=${() => panel.admit()}>
            ${strings.admitAll}
          </button>`
        : nothing
    }
  </section>`
}

function guestRow({ id, name }: Guest, { strings, admit, deny }: GuestsPanel): TemplateResult {
  const shown = name ?? strings.guest
  return html`<li>
    <span class="guest" dir="auto">${shown}</span>
    <button
      class="primary"
      type="button"
      aria-label="${strings.admit}: ${shown}"
      @click=${() => admit(id)}
    >
      ${strings.admit}
    </button>
    <button
      class="secondary"
      type="button"
      aria-label="${strings.deny}: ${shown}"
      @click=${() => deny(id)}
    >
      ${strings.deny}
    </button>
  </li>`
}
