import { html, type TemplateResult } from 'lit'
import type { Strings } from '../strings/en.ts'

/** The page forgot an attribute. */
export function unconfigured(strings: Strings): TemplateResult {
  return html`<section class="outcome" part="outcome unconfigured">
    <h2>${strings.unconfiguredHeading}</h2>
    <p>${strings.unconfiguredHelp}</p>
  </section>`
}
