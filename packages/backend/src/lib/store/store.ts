/**
 * Where the backend remembers. Two verbs that any store with compare-and-set can offer: a Durable
 * Object, a SQL row, a Redis script. Everything that has to be decided is decided by pure functions
 * over them (see `act`), so a store knows nothing about rooms.
 */
export interface Store {
  /** The tenant that this part of a store belongs to; undefined for a store that has none. */
  readonly scope?: string | undefined
  read(key: string): Promise<Reading>
  /** Writes if the key still holds `from`, atomically per key; false when it does not. */
  swap(key: string, swap: Swap): Promise<boolean>
}

/** What a key holds. */
export interface Reading {
  /** Undefined when nothing was stored or its time is over. */
  readonly value: string | undefined
  /** The store's own clock, in milliseconds since 1970: it alone decides about leases and lifetimes. */
  readonly now: number
}

/** A change from one value to another; undefined is nothing, and at most one of the two is. */
export interface Swap {
  readonly from: string | undefined
  readonly to: string | undefined
  /** Milliseconds after which the value is gone by itself; default never. */
  readonly lastsMs?: number | undefined
  /** What a store that runs out of space may do with it; default `usual`. A store with space enough need not look. */
  readonly eviction?: Eviction | undefined
}

/** `first`: forget it before anything else. `usual`: when it was not used for longest. `never`: fail instead. */
export type Eviction = 'first' | 'usual' | 'never'
