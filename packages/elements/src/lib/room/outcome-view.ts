import { html, nothing, type TemplateResult } from 'lit'

/** A full-size message: something is under way, over, or has failed. */
export interface Outcome {
  readonly part: string
  readonly heading: string
  readonly help: string
  /** Text from the backend; shown as text and nothing else. */
  readonly detail?: string | undefined
  readonly icon: TemplateResult
  /** How far something is, 0 to 1. */
  readonly progress?: number
  readonly actions: readonly Action[]
}

/** A button below a message. */
export interface Action {
  readonly tone: 'primary' | 'secondary'
  readonly label: string
  act(): void
}

/** Shows a message with a heading, what to do, and the buttons to do it. */
export function outcomeView(outcome: Outcome): TemplateResult {
  return html`<section class="outcome" part="outcome ${outcome.part}">
    <div class="outcome-icon" part="icon">${outcome.icon}</div>
    <h2 part="heading" tabindex="-1" data-landing aria-describedby="help">${outcome.heading}</h2>
    <p id="help" part="help">${outcome.help}</p>
    ${
      outcome.progress === undefined
        ? nothing
        : html`<progress
            part="progress"
            aria-label=${outcome.heading}
            .value=${outcome.progress}
          ></progress>`
    }
    ${outcome.detail ? html`<p class="detail" part="detail" dir="auto">${outcome.detail}</p>` : nothing}
    <div class="actions" part="actions">
      ${outcome.actions.map(
        ({ tone, label, act }) =>
          html`<button class=${tone} type="button" @click=${act}>${label}</button>`,
      )}
    </div>
    <slot name=${outcome.part}></slot>
  </section>`
}
