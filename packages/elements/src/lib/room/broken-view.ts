import { html, type TemplateResult } from 'lit'
import type { LobbyStrings } from '../strings/lobby-en.ts'

/** What comes after the lobby did not load. */
export function brokenView({ gate }: LobbyStrings, retry: () => void): TemplateResult {
  return html`<section class="outcome" part="outcome broken">
    <h2 tabindex="-1" data-landing>${gate.brokenHeading}</h2>
    <p>${gate.brokenHelp}</p>
    <button class="primary" type="button" @click=${retry}>${gate.brokenReload}</button>
    <slot name="broken"></slot>
  </section>`
}
