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
    aria-label=${news > 0 ? `${label}, ${newsLabel(news)}` : label}
    aria-expanded=${isOpen ? 'true' : 'false'}
    @click=${toggle}
  >
    ${callIcons[aside]}${
      news > 0 ? html`<span class="count" aria-hidden="true">${Math.min(news, 99)}</span>` : nothing
    }<span class="tip" aria-hidden="true">${label}</span>
  </button>`
}
