import { OtRoom } from '../shell/ot-room.ts'
import { define } from './define.ts'

/** Registers `<ot-room>`, which fetches its parts when they are to be seen. */
export function defineRoom(): void {
  define({ 'ot-room': OtRoom })
}

declare global {
  interface HTMLElementTagNameMap {
    'ot-room': OtRoom
  }
}
