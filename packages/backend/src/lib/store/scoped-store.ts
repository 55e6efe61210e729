import type { Store } from './store.ts'

/** A part of a store that shares no key with the parts of other names. */
export function scopedStore(store: Store, name: string): Store {
  // A slash in the name would let two names make one key.
  const prefix = `${encodeURIComponent(name)}/`
  return {
    scope: `${store.scope ?? ''}${prefix}`,
    read: (key) => store.read(prefix + key),
    swap: (key, swap) => store.swap(prefix + key, swap),
  }
}
