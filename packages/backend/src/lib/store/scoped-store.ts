import type { Store } from './store.ts'

/** A part of a store that shares no key with the parts of other names. */
export function scopedStore(store: Store, name: string): Store {
  // A slash in the name would let two names make one key.
  const scope = `${encodeURIComponent(name)}/`
  return {
    read: (key) => store.read(scope + key),
    swap: (key, swap) => store.swap(scope + key, swap),
  }
}
