import { html, type TemplateResult } from 'lit'
import type { Strings } from '../strings/en.ts'

/** The page forgot an attribute. */
export function unconfigured(strings: Strings): TemplateResult {
  return html`<section class="outcome" part="outcome unconfigured">
    <h2 part="heading">${strings.unconfiguredHeading}</h2>
    <p part="help">${strings.unconfiguredHelp}</p>
  </section>`
}
