import type { Store } from '../store/store.ts'

/** One promise of a store, for any test runner: `test(title, run)`. */
export interface ContractCase {
  readonly title: string
  /** Rejects when the promise is broken. */
  readonly run: () => Promise<void>
}

/** Makes an empty store; called once per case. */
export type CreateStore = () => Store | Promise<Store>

export const long = 60_000
export const short = 30
