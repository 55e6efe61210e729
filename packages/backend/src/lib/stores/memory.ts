import type { Store } from '../store/store.ts'

export interface MemoryStoreOptions {
  /** Default 100000; beyond it the entry that was not used for longest is forgotten. */
  readonly maxEntries?: number
  /** A clock in milliseconds since 1970; default the process's own, which never goes back. */
  readonly now?: () => number
}

interface Entry {
  readonly value: string
  readonly until: number
}

/** Remembers within one process: for development, tests and a server that stands alone. */
export function memoryStore({
  maxEntries = 100_000,
  now = () => performance.timeOrigin + performance.now(),
}: MemoryStoreOptions = {}): Store {
  // In order of use, which is the order in which a Map iterates.
  const entries = new Map<string, Entry>()

  function use(key: string): Entry | undefined {
    const entry = entries.get(key)
    entries.delete(key)
    if (entry === undefined || entry.until <= now()) return undefined
    entries.set(key, entry)
    return entry
  }

  return {
    async read(key) {
      return { value: use(key)?.value, now: now() }
    },

    async swap(key, { from, to, lastsMs = Infinity }) {
      if (use(key)?.value !== from) return false
      entries.delete(key)
      if (to === undefined) return true
      entries.set(key, { value: to, until: now() + lastsMs })
      if (entries.size > maxEntries) {
        const [oldest = key] = entries.keys()
        entries.delete(oldest)
      }
      return true
    },
  }
}
