import { html, nothing, type TemplateResult } from 'lit'
import type { Captions } from '@ot-room/room'
import type { View } from '../view/view.ts'

/** What a call is made of. */
export interface CallView {
  readonly view: View
  readonly notices: TemplateResult
  readonly captions: Captions
  /** What the sign of a recording says, while there is one. */
  readonly recording: string | undefined
}

/** The people, what stands beside them, and the controls. */
export function callView({ view, notices, captions, recording }: CallView): TemplateResult {
  return html`<div class="call" part="call">
    <ot-stage
      part="stage"
      exportparts="tiles, tile, featured, floating, screen, ring, media, avatar, label, badge, hand, reaction, pin, alone"
    ></ot-stage>
    ${captions.status === 'read' ? html`<ot-captions part="captions-panel" exportparts="line, speaker"></ot-captions>` : nothing}
    ${asideView(view)}
    <ot-toolbar
      part="toolbar"
      exportparts="bar, microphone, camera, share, captions, react, reactions, raise-hand, chat, people, more, panel, record, caption, caption-language, guests, devices, field, blur, fullscreen, picture-in-picture, leave"
      data-landing
    >
      <slot name="toolbar-start" slot="start"></slot>
      <slot name="toolbar-end" slot="end"></slot>
    </ot-toolbar>
    ${
      recording === undefined
        ? nothing
        : html`<p class="recording" part="recording">
            <span class="dot" aria-hidden="true"></span>${recording}
          </p>`
    }
    ${notices}
  </div>`
}

function asideView(view: View): TemplateResult | typeof nothing {
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    view.change({ aside: 'none' })
  }
  switch (view.state.aside) {
    case 'chat':
      return html`<ot-chat
        class="aside"
        part="chat-panel"
        exportparts="heading, close, messages, message, own, compose, send"
        @keydown=${close}
      ></ot-chat>`
    case 'people':
      return html`<ot-people
        class="aside"
        part="people-panel"
        exportparts="heading, close, list, person, host"
        @keydown=${close}
      ></ot-people>`
    case 'none':
      return nothing
    default:
      return view.state.aside satisfies never
  }
}
