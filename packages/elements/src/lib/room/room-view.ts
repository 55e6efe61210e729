import type { RoomState } from '@ot-room/room'
import { html, type TemplateResult } from 'lit'
import type { Strings } from '../strings/en.ts'
import { unconfigured } from './unconfigured.ts'

/** What the views of a room that is being joined, or was, are made of. */
export type Beyond = (state: Exclude<RoomState, { phase: 'lobby' }>) => TemplateResult

/** What a view of a room is made of. */
export interface RoomView {
  /** `undefined` while the page has not said which room. */
  readonly state: RoomState | undefined
  readonly name: string
  readonly strings: Strings
  /** `undefined` until it is fetched. */
  readonly beyond: Beyond | undefined
}

/** The lobby, or what comes after it. */
export function roomView({ state, name, strings, beyond }: RoomView): TemplateResult {
  if (!state) return unconfigured(strings)
  if (state.phase === 'lobby') return lobbyView(name)
  return beyond ? beyond(state) : html``
}

function lobbyView(name: string): TemplateResult {
  return html`<ot-lobby
    part="lobby"
    exportparts="form, preview, preview-video, preview-start, preview-camera, preview-microphone, title, hint, devices, field, meter, test-sound, join"
    data-landing
    .name=${name}
  >
    <slot name="lobby-header" slot="header"></slot>
    <slot name="lobby-footer" slot="footer"></slot>
  </ot-lobby>`
}
