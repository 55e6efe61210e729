import { html, type TemplateResult } from 'lit'
import type { LobbyStrings } from '../strings/lobby-en.ts'

/** The words of the visitor's language did not load, so it is said in the ones there are. */
export function speechlessView(strings: LobbyStrings, retry: () => void): TemplateResult {
  return html`<p class="speechless" part="speechless" role="status">
    ${strings.languageTrouble}
    <button class="secondary" type="button" @click=${retry}>${strings.tryAgain}</button>
  </p>`
}
