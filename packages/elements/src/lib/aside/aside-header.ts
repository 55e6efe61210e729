import { html, type TemplateResult } from 'lit'
import { callIcons } from '../icons/call-icons.ts'
import type { View } from '../view/view.ts'

/** What stands beside the people begins with this. */
export interface AsideHeader {
  readonly heading: string
  /** What the button is called that closes it. */
  readonly close: string
  /** Without one nothing can be closed. */
  readonly view: View | undefined
}

/** A heading and a way out. */
export function asideHeader({ heading, close, view }: AsideHeader): TemplateResult {
  return html`<header>
    <h2 id="heading" part="heading">${heading}</h2>
    <button
      class="close"
      part="close"
      type="button"
      aria-label=${close}
      ?hidden=${!view}
      @click=${() => view?.change({ aside: 'none' })}
    >
      ${callIcons.close}
    </button>
  </header>`
}
