import { ContextConsumer } from '@lit/context'
import { LitElement } from 'lit'
import { lobbyEn, type LobbyStrings } from '../strings/lobby-en.ts'
import { stringsContext } from './contexts.ts'

/** An element that stands inside an `<ot-room>` and speaks its language. */
export class RoomPart extends LitElement {
  readonly #strings = new ContextConsumer(this, { context: stringsContext, subscribe: true })

  protected get strings(): LobbyStrings {
    return this.#strings.value ?? lobbyEn
  }
}
