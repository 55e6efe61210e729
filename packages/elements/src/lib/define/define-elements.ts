import { OtLobby } from '../lobby/ot-lobby.ts'
import { OtRoom } from '../room/ot-room.ts'
import { OtStage } from '../stage/ot-stage.ts'
import { OtTile } from '../tile/ot-tile.ts'
import { OtToolbar } from '../toolbar/ot-toolbar.ts'

const elements = {
  'ot-room': OtRoom,
  'ot-lobby': OtLobby,
  'ot-stage': OtStage,
  'ot-tile': OtTile,
  'ot-toolbar': OtToolbar,
}

/** The elements by tag name. */
export type OtElements = { [Tag in keyof typeof elements]: InstanceType<(typeof elements)[Tag]> }

/** Registers every tag that is still free: a page may load two copies, and the first one wins. */
export function defineElements(): void {
  // On a server there is nothing to register with.
  const registry = globalThis.customElements
  for (const [tag, element] of Object.entries(elements)) {
    if (registry && !registry.get(tag)) registry.define(tag, element)
  }
}

declare global {
  interface HTMLElementTagNameMap extends OtElements {}
}
