import type { Store } from '../store/store.ts'
import { createEntries } from './entries.ts'

export interface MemoryStoreOptions {
  /** Default 100000, of each kind of eviction; beyond it the entry that was not used for longest is forgotten. */
  readonly maxEntries?: number
  /** A clock in milliseconds since 1970; default the process's own, which never goes back. */
  readonly now?: () => number
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
  const entries = () => createEntries<string>({ most: maxEntries, now })
  const pools = { usual: entries(), first: entries(), never: entries() }
  const all = Object.values(pools)

  function valueOf(key: string): string | undefined {
    for (const pool of all) {
      const value = pool.get(key)
      if (value !== undefined) return value
    }
    return undefined
  }

  return {
    async read(key) {
      return { value: valueOf(key), now: now() }
    },

    async swap(key, { from, to, lastsMs = Infinity, eviction = 'usual' }) {
      if (valueOf(key) !== from) return false
      for (const pool of all) pool.delete(key)
      if (to === undefined) return true
      const pool = pools[eviction]
      if (eviction === 'never' && pool.size() >= maxEntries) {
        throw new Error('The store in memory is full. Use another store.')
      }
      pool.set(key, to, lastsMs)
      return true
    },
  }
}
