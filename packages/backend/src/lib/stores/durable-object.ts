import { fields } from '../fields.ts'
import type { Reading, Store, Swap } from '../store/store.ts'

/** What is used of the binding of a Durable Object class. */
export interface DurableObjectBinding<Id = unknown> {
  idFromName(name: string): Id
  get(id: Id): { fetch(url: string, init: RequestInit): Promise<Response> }
}

/** What is used of the state of a Durable Object. */
export interface DurableObjectState {
  readonly storage: {
    get(key: string): Promise<unknown>
    put(key: string, value: unknown): Promise<void>
    deleteAll(): Promise<void>
    setAlarm(time: number): Promise<void>
    deleteAlarm(): Promise<void>
  }
}

type Question = { readonly swap?: Swap }

/** Remembers in Durable Objects, one per key, near whoever asked first. The class is `StoreObject`. */
export function durableObjectStore<Id>(binding: DurableObjectBinding<Id>): Store {
  async function ask(key: string, question: Question): Promise<unknown> {
    const object = binding.get(binding.idFromName(key))
    const init = { method: 'POST', body: JSON.stringify(question) }
    const response = await object.fetch('https://store.invalid/', init)
    if (!response.ok) throw new Error(`The Durable Object answered ${response.status}.`)
    return response.json()
  }

  return {
    async read(key) {
      const { value, now } = fields(await ask(key, {}))
      return { value: typeof value === 'string' ? value : undefined, now: Number(now) }
    },

    async swap(key, swap) {
      return (await ask(key, { swap })) === true
    },
  }
}

interface Entry {
  readonly value: string
  readonly until: number | null
}

/**
 * The Durable Object behind `durableObjectStore`, to be exported by the Worker. Requests to it take
 * turns while its storage is busy (input gates), which makes read and write one step.
 */
export class StoreObject {
  readonly #storage: DurableObjectState['storage']

  constructor({ storage }: DurableObjectState) {
    this.#storage = storage
  }

  async fetch(request: Request): Promise<Response> {
    const { swap } = (await request.json()) as Question
    return Response.json(swap === undefined ? await this.#read() : await this.#swap(swap))
  }

  /** The entry's time is over. */
  async alarm(): Promise<void> {
    const { value } = await this.#read()
    if (value === undefined) await this.#storage.deleteAll()
  }

  async #read(): Promise<Reading> {
    const entry = (await this.#storage.get('entry')) as Entry | undefined
    const now = Date.now()
    const alive = entry !== undefined && (entry.until === null || entry.until > now)
    return { value: alive ? entry.value : undefined, now }
  }

  async #swap({ from, to, lastsMs }: Swap): Promise<boolean> {
    const { value, now } = await this.#read()
    if (value !== from) return false
    if (to === undefined) {
      await Promise.all([this.#storage.deleteAlarm(), this.#storage.deleteAll()])
      return true
    }
    const until = lastsMs === undefined ? null : now + lastsMs
    await Promise.all([
      this.#storage.put('entry', { value: to, until } satisfies Entry),
      until === null ? this.#storage.deleteAlarm() : this.#storage.setAlarm(until),
    ])
    return true
  }
}
