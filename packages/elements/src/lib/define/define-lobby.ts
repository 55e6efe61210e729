import { OtLobby } from '../lobby/ot-lobby.ts'
import { define } from './define.ts'

/** Registers what is seen before joining. */
export function defineLobby(): void {
  define({ 'ot-lobby': OtLobby })
}

declare global {
  interface HTMLElementTagNameMap {
    'ot-lobby': OtLobby
  }
}
