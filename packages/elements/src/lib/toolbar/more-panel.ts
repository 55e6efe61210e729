import { html, nothing, type TemplateResult } from 'lit'
import { callIcons } from '../icons/call-icons.ts'
import type { Strings } from '../strings/en.ts'
import type { Layout, SelfView, View } from '../view/view.ts'

/** What the panel is made of. */
export interface MorePanel {
  readonly view: View
  readonly strings: Strings
  close(): void
}

/** How the call looks: native radio buttons, so that keyboards and screen readers know them. */
export function morePanel({ view, strings, close }: MorePanel): TemplateResult {
  const { windows } = view
  const { layout, selfView, mirror } = view.state
  return html`
    ${choice<Layout>({
      name: 'layout',
      legend: strings.layout,
      chosen: layout,
      options: {
        auto: strings.layoutAuto,
        grid: strings.layoutGrid,
        speaker: strings.layoutSpeaker,
        sidebar: strings.layoutSidebar,
      },
      choose: (next) => view.change({ layout: next }),
    })}
    ${choice<SelfView>({
      name: 'self-view',
      legend: strings.selfView,
      chosen: selfView,
      options: {
        tile: strings.selfTile,
        floating: strings.selfFloating,
        hidden: strings.selfHidden,
      },
      choose: (next) => view.change({ selfView: next }),
    })}
    <label class="option">
      <input type="checkbox" .checked=${mirror} @change=${() => view.change({ mirror: !mirror })} />
      <span>${strings.mirror}</span>
    </label>
    <div class="windows">
      ${
        windows.canPictureInPicture
          ? html`<button
              class="secondary"
              part="picture-in-picture"
              type="button"
              @click=${() => {
                close()
                void windows.pictureInPicture()
              }}
            >
              ${callIcons.pictureInPicture}${strings.pictureInPicture}
            </button>`
          : nothing
      }
      ${
        windows.canFullscreen
          ? html`<button
              class="secondary"
              part="fullscreen"
              type="button"
              @click=${() => {
                close()
                void windows.toggleFullscreen()
              }}
            >
              ${callIcons.fullscreen}${windows.isFullscreen ? strings.exitFullscreen : strings.fullscreen}
            </button>`
          : nothing
      }
    </div>
  `
}

interface Choice<Value extends string> {
  readonly name: string
  readonly legend: string
  readonly chosen: Value
  readonly options: Readonly<Record<Value, string>>
  choose(value: Value): void
}

function choice<Value extends string>({
  name,
  legend,
  chosen,
  options,
  choose,
}: Choice<Value>): TemplateResult {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${(Object.entries(options) as [Value, string][]).map(
      ([value, label]) =>
        html`<label class="option">
          <input
            type="radio"
            name=${name}
            value=${value}
            .checked=${value === chosen}
            @change=${() => choose(value)}
          />
          <span>${label}</span>
        </label>`,
    )}
  </fieldset>`
}
