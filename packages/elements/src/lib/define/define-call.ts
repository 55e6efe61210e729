import { OtStage } from '../stage/ot-stage.ts'
import { OtTile } from '../tile/ot-tile.ts'
import { OtToolbar } from '../toolbar/ot-toolbar.ts'
import { define } from './define.ts'

/** Registers what is seen in a call. */
export function defineCall(): void {
  define({ 'ot-tile': OtTile, 'ot-stage': OtStage, 'ot-toolbar': OtToolbar })
}

declare global {
  interface HTMLElementTagNameMap {
    'ot-stage': OtStage
    'ot-tile': OtTile
    'ot-toolbar': OtToolbar
  }
}
