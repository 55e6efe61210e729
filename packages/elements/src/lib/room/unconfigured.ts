import { html, type TemplateResult } from 'lit'
import type { LobbyStrings } from '../strings/lobby-en.ts'

/** The page forgot an attribute. */
export function unconfigured(strings: LobbyStrings): TemplateResult {
  return html`<section class="outcome" part="outcome unconfigured">
    <h2>${strings.unconfiguredHeading}</h2>
    <p>${strings.unconfiguredHelp}</p>
  </section>`
}
