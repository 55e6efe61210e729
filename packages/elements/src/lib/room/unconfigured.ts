import { html, type TemplateResult } from 'lit'
import type { LobbyStrings } from '../strings/lobby-en.ts'

/** The page forgot an attribute. */
export function unconfigured(strings: LobbyStrings): TemplateResult {
  return html`<section class="outcome" part="outcome unconfigured">
    <h2 part="heading">${strings.unconfiguredHeading}</h2>
    <p part="help">${strings.unconfiguredHelp}</p>
  </section>`
}
