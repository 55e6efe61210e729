import { ContextConsumer, type Context } from '@lit/context'
import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Something with a frozen state that tells of a new one, such as a `Room` or a `Preview`. */
export interface Source<State> {
  readonly state: State
  subscribe(listener: (state: State) => void, options: { signal: AbortSignal }): void
}

/** An element that is told when to render again. */
export type Host = ReactiveControllerHost & HTMLElement

/** Keeps a selected piece of a source's state and updates its host only when that piece changes. */
export class SnapshotController<
  State,
  Value,
  From extends Source<State>,
> implements ReactiveController {
  readonly #host: Host
  readonly #select: (state: State) => Value
  readonly #consumer: ContextConsumer<Context<unknown, From | undefined>, Host>
  #value: Value | undefined
  #listening = new AbortController()

  constructor(
    host: Host,
    context: Context<unknown, From | undefined>,
    select: (state: State) => Value,
  ) {
    this.#host = host
    this.#select = select
    host.addController(this)
    const callback = (source: From | undefined): void => this.#follow(source)
    this.#consumer = new ContextConsumer(host, { context, subscribe: true, callback })
  }

  /** The verbs. */
  get source(): From | undefined {
    return this.#consumer.value
  }

  /** The selected piece; `undefined` outside of an `<ot-room>`. */
  get value(): Value | undefined {
    return this.#value
  }

  /** The context answers again when the host comes back. */
  hostDisconnected(): void {
    this.#listening.abort()
  }

  #follow(source: From | undefined): void {
    this.#listening.abort()
    this.#listening = new AbortController()
    const { signal } = this.#listening
    source?.subscribe((state) => this.#take(this.#select(state)), { signal })
    this.#take(source && this.#select(source.state))
  }

  #take(value: Value | undefined): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    this.#host.requestUpdate()
  }
}
