import type { Eviction, Store } from '../store/store.ts'

export interface MemoryStoreOptions {
  /** Default 100000, of each kind of eviction; beyond it the entry that was not used for longest is forgotten. */
  readonly maxEntries?: number
  /** A clock in milliseconds since 1970; default the process's own, which never goes back. */
  readonly now?: () => number
}

interface Entry {
  readonly value: string
  readonly until: number
  readonly eviction: Eviction
}

/**
 * Remembers within one process: for development, tests and a server that stands alone. Entries of one kind
 * of eviction never push out those of another, so that strangers cannot make it forget a ban; what may never
 * be forgotten is refused beyond `maxEntries`.
 */
export function memoryStore({
  maxEntries = 100_000,
  now = () => performance.timeOrigin + performance.now(),
}: MemoryStoreOptions = {}): Store {
  // Each in order of use, which is the order in which a Map iterates.
  const pools = { first: new Map(), usual: new Map(), never: new Map() } as const satisfies Record<
    Eviction,
    Map<string, Entry>
  >
  const all: readonly Map<string, Entry>[] = Object.values(pools)

  function use(key: string): Entry | undefined {
    for (const pool of all) {
      const entry = pool.get(key)
      if (entry === undefined) continue
      pool.delete(key)
      if (entry.until <= now()) return undefined
      pool.set(key, entry)
      return entry
    }
    return undefined
  }

  function put(key: string, entry: Entry): void {
    const pool: Map<string, Entry> = pools[entry.eviction]
    if (pool.size >= maxEntries) makeSpace(pool, entry.eviction)
    pool.set(key, entry)
  }

  function makeSpace(pool: Map<string, Entry>, eviction: Eviction): void {
    if (eviction === 'never') {
      for (const [key, { until }] of pool) if (until <= now()) pool.delete(key)
      if (pool.size >= maxEntries)
        throw new Error('The store in memory is full. Use another store.')
      return
    }
    const [oldest] = pool.keys()
    if (oldest !== undefined) pool.delete(oldest)
  }

  return {
    async read(key) {
      return { value: use(key)?.value, now: now() }
    },

    async swap(key, { from, to, lastsMs = Infinity, eviction = 'usual' }) {
      if (use(key)?.value !== from) return false
      for (const pool of all) pool.delete(key)
      if (to !== undefined) put(key, { value: to, until: now() + lastsMs, eviction })
      return true
    },
  }
}
