import type { Background } from '@ot-room/room'
import { html, type TemplateResult } from 'lit'
import { rememberDevice } from './memory.ts'

/** What the switch of the blur shows. */
export interface BlurField {
  readonly background: Background
  readonly label: string
  choose(background: Background): void
}

/** Switches between what is behind the visitor and a blur of it, also for the next visit. */
export function blurField({ background, label, choose }: BlurField): TemplateResult {
  return html`<label class="option" part="blur">
    <input
      type="checkbox"
      .checked=${background === 'blurred'}
      @change=${({ target }: Event) => {
        const next = target instanceof HTMLInputElement && target.checked ? 'blurred' : 'plain'
        rememberDevice({ background: next })
        choose(next)
      }}
    />
    <span>${label}</span>
  </label>`
}
