import type { RoomStore } from '../rooms/room-store.ts'

/** One promise of a room store, for any test runner: `test(title, run)`. */
export interface ContractCase {
  readonly title: string
  /** Rejects when the promise is broken. */
  readonly run: () => Promise<void>
}

/** Makes an empty store; called once per case. */
export type CreateStore = () => RoomStore | Promise<RoomStore>

export const long = 60_000
export const short = 30
