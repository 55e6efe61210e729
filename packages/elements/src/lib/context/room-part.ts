import { ContextConsumer } from '@lit/context'
import { LitElement } from 'lit'
import { en, type Strings } from '../strings/en.ts'
import { stringsContext } from './contexts.ts'

/** An element that stands inside an `<ot-room>` and speaks its language. */
export class RoomPart extends LitElement {
  readonly #strings = new ContextConsumer(this, { context: stringsContext, subscribe: true })

  protected get strings(): Strings {
    return this.#strings.value ?? en
  }
}
