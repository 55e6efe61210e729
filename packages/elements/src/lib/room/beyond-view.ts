import type { Room, RoomState } from '@ot-room/room'
import { html, type TemplateResult } from 'lit'
import { defineCall } from '../define/define-call.ts'
import type { Strings } from '../strings/en.ts'
import { noticesView, type Dismissal } from './notices.ts'
import { outcomeView } from './outcome-view.ts'
import { failedOutcome, joiningOutcome, leftOutcome, type Ways } from './outcomes.ts'

/** What is shown beyond the lobby is made of this. */
export interface BeyondView {
  readonly room: Room
  readonly state: Exclude<RoomState, { phase: 'lobby' }>
  readonly strings: Strings
  readonly ways: Ways
  readonly dismissal: Dismissal
}

export { beyondStyles } from './beyond.styles.ts'
export { announcements } from './announcements.ts'
export { pressKey } from '../toolbar/shortcuts.ts'

// Whoever has fetched this file is about to see a call.
defineCall()

/** One view for each phase after the lobby. */
export function beyondView({ room, state, strings, ways, dismissal }: BeyondView): TemplateResult {
  switch (state.phase) {
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

function callView(notices: TemplateResult): TemplateResult {
  return html`<div class="call" part="call">
    <ot-stage
      part="stage"
      exportparts="tiles, tile, featured, floating, screen, media, avatar, label, badge, pin, alone"
    ></ot-stage>
    <ot-toolbar
      part="toolbar"
      exportparts="bar, microphone, camera, share, more, panel, fullscreen, picture-in-picture, leave"
      data-landing
    >
      <slot name="toolbar-start" slot="start"></slot>
      <slot name="toolbar-end" slot="end"></slot>
    </ot-toolbar>
    ${notices}
  </div>`
}
