import type { Room } from '@ot-room/room'
import { html, type TemplateResult } from 'lit'
import type { Strings } from '../strings/en.ts'
import { noticesView, type Dismissal } from './notices.ts'
import { outcomeView } from './outcome-view.ts'
import {
  failedOutcome,
  joiningOutcome,
  leftOutcome,
  unconfiguredOutcome,
  type Ways,
} from './outcomes.ts'

/** What a view of a room is made of. */
export interface RoomView {
  /** `undefined` while the page has not said which room. */
  readonly room: Room | undefined
  readonly name: string
  readonly strings: Strings
  readonly ways: Ways
  readonly dismissal: Dismissal
}

/** One view for each phase. */
export function roomView({ room, name, strings, ways, dismissal }: RoomView): TemplateResult {
  if (!room) return outcomeView(unconfiguredOutcome(strings))
  const { state } = room
  switch (state.phase) {
    case 'lobby':
      return lobbyView(name)
    case 'joining':
      return outcomeView(joiningOutcome(state, strings, ways))
    case 'connected':
    case 'reconnecting':
      return callView(noticesView({ room, call: state, strings, dismissal }))
    case 'left':
      return outcomeView(leftOutcome(state, strings, ways))
    case 'failed':
      return outcomeView(failedOutcome(state, strings, ways))
    default:
      return state satisfies never
  }
}

function lobbyView(name: string): TemplateResult {
  return html`<ot-lobby
    part="lobby"
    exportparts="form, preview, preview-video, preview-start, preview-camera, preview-microphone, field, meter, join"
    data-landing
    .name=${name}
  >
    <slot name="lobby-header" slot="header"></slot>
    <slot name="lobby-footer" slot="footer"></slot>
  </ot-lobby>`
}

function callView(notices: TemplateResult): TemplateResult {
  return html`<div class="call" part="call">
    <ot-stage part="stage" exportparts="tiles, tile, media, avatar, label, alone"></ot-stage>
    <ot-toolbar part="toolbar" exportparts="bar, microphone, camera, leave" data-landing>
      <slot name="toolbar-start" slot="start"></slot>
      <slot name="toolbar-end" slot="end"></slot>
    </ot-toolbar>
    ${notices}
  </div>`
}
