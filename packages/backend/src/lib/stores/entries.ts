export interface EntriesOptions {
  /** Beyond it the entry that was not used for longest is forgotten. */
  readonly most: number
  /** A clock in milliseconds. */
  readonly now: () => number
}

/** Values in memory, each for a time. */
export interface Entries<Value> {
  readonly size: () => number
  get(key: string): Value | undefined
  set(key: string, value: Value, lastsMs: number): void
  delete(key: string): void
}

export function createEntries<Value>({ most, now }: EntriesOptions): Entries<Value> {
  // In order of use, which is the order in which a Map iterates.
  const entries = new Map<string, { readonly value: Value; readonly until: number }>()
  return {
    size: () => entries.size,
    get(key) {
      const entry = entries.get(key)
      entries.delete(key)
      if (entry === undefined || entry.until <= now()) return undefined
      entries.set(key, entry)
      return entry.value
    },
    set(key, value, lastsMs) {
      entries.set(key, { value, until: now() + lastsMs })
      const [oldest = key] = entries.keys()
      if (entries.size > most) entries.delete(oldest)
    },
    delete: (key) => void entries.delete(key),
  }
}
