import type { RoomState } from '@ot-room/room'
import { html, type TemplateResult } from 'lit'
import type { LobbyStrings } from '../strings/lobby-en.ts'
import type { Beyond } from './beyond.ts'
import { brokenView } from './broken-view.ts'
import { unconfigured } from './unconfigured.ts'

/** What a view of a room is made of. */
export interface RoomView {
  /** `undefined` while the page has not said which room. */
  readonly state: RoomState | undefined
  readonly name: string
  readonly strings: LobbyStrings
  /** `undefined` until it is fetched. */
  readonly beyond: Beyond | undefined
  /** There when what comes after the lobby did not load. */
  readonly retry: (() => void) | undefined
}

/** The lobby, or what comes after it; the lobby stays until that is there. */
export function roomView({ state, name, strings, beyond, retry }: RoomView): TemplateResult {
  if (!state) return unconfigured(strings)
  if (retry) return brokenView(strings, retry)
  return state.phase === 'lobby' || !beyond ? lobbyView(name) : beyond.view(state)
}

function lobbyView(name: string): TemplateResult {
  return html`<ot-lobby
    part="lobby"
    exportparts="form, preview, preview-video, preview-start, preview-camera, preview-microphone, title, hint, devices, field, blur, meter, test-sound, join"
    data-landing
    .name=${name}
  >
    <slot name="lobby-header" slot="header"></slot>
    <slot name="lobby-footer" slot="footer"></slot>
  </ot-lobby>`
}
