import { html, nothing, type TemplateResult } from 'lit'
import { callIcons } from '../icons/call-icons.ts'
import type { Aside } from '../view/view.ts'

/** A button for what stands beside the people. */
export interface AsideButton {
  readonly aside: Exclude<Aside, 'none'>
  readonly isOpen: boolean
  readonly label: string
  /** How much there is to be seen. */
  readonly news: number
  newsLabel(count: number): string
  toggle(): void
}

/** Opens and closes it, and counts what is new. */
export function asideButton({
  aside,
  isOpen,
  label,
  news,
  newsLabel,
  toggle,
}: AsideButton): TemplateResult {
  return html`<button
    class="round toggle ${aside}"
    part=${aside}
    type="button"
    aria-label=${news > 0 ? `${label}, ${withNumber(newsLabel(news), news)}` : label}
    aria-expanded=${isOpen ? 'true' : 'false'}
    @click=${toggle}
  >
    ${callIcons[aside]}${
      news > 0 ? html`<span class="count" aria-hidden="true">${news}</span>` : nothing
    }<span class="tip" aria-hidden="true">${label}</span>
  </button>`
}

/** What is seen is in the name (WCAG 2.5.3), also where a language has a word for two. */
function withNumber(text: string, count: number): string {
  return text.includes(String(count)) ? text : `${text}: ${count}`
}
