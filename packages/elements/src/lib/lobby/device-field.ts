import type { DeviceChoice } from '@ot-room/room/preview'
import { html, nothing, type TemplateResult } from 'lit'
import { icons } from '../icons/icons.ts'

/** A picker of cameras or microphones. */
export interface DeviceField {
  readonly part: string
  readonly label: string
  readonly choices: readonly DeviceChoice[]
  /** The id of the one in use. */
  readonly chosen: string | undefined
  /** Said while nothing can be chosen. */
  readonly usual: string
  readonly unnamed: (number: number) => string
  select(deviceId: string): void
}

/** Shows a picker; until the browser says which devices there are, it holds the place. */
export function deviceField(field: DeviceField): TemplateResult {
  return html`<label class="field">
    <span>${field.label}</span>
    <span class="select"
      ><select
        part="field ${field.part}"
        ?disabled=${field.choices.length === 0}
        @change=${(event: Event) => {
          if (event.target instanceof HTMLSelectElement) field.select(event.target.value)
        }}
      >
        ${field.choices.length === 0 ? html`<option>${field.usual}</option>` : nothing}
        ${field.choices.map(
          ({ deviceId, label }, index) =>
            html`<option value=${deviceId} .selected=${deviceId === field.chosen}>
              ${label || field.unnamed(index + 1)}
            </option>`,
        )}</select
      >${icons.open}</span
    >
  </label>`
}
