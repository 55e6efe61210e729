import { OtCaptions } from '../captions/ot-captions.ts'
import { OtChat } from '../chat/ot-chat.ts'
import { OtPeople } from '../people/ot-people.ts'
import { OtStage } from '../stage/ot-stage.ts'
import { OtTile } from '../tile/ot-tile.ts'
import { OtToolbar } from '../toolbar/ot-toolbar.ts'
import { define } from './define.ts'

/** Registers what is seen in a call. */
export function defineCall(): void {
  define({
    'ot-tile': OtTile,
    'ot-stage': OtStage,
    'ot-toolbar': OtToolbar,
    'ot-captions': OtCaptions,
    'ot-chat': OtChat,
    'ot-people': OtPeople,
  })
}

declare global {
  interface HTMLElementTagNameMap {
    'ot-captions': OtCaptions
    'ot-chat': OtChat
    'ot-people': OtPeople
    'ot-stage': OtStage
    'ot-tile': OtTile
    'ot-toolbar': OtToolbar
  }
}
