/** Anything that is kept by its id. */
interface Identified {
  readonly id: string
}

/** The same collection with that item in it, in place of one with the same id. */
export function put<T extends Identified>(
  items: ReadonlyMap<string, T>,
  item: T,
): ReadonlyMap<string, T> {
  return new Map(items).set(item.id, item)
}

/** The same collection without the items that match. */
export function drop<T extends Identified>(
  items: ReadonlyMap<string, T>,
  matches: (item: T) => boolean,
): ReadonlyMap<string, T> {
  return new Map([...items].filter(([, item]) => !matches(item)))
}

/**
 * Works something out of a collection only once. What has ended stays in a session for good, and every
 * message asks for what has not; a collection never changes, so the first answer holds.
 */
export function derive<T extends Identified, Derived>(
  work: (items: readonly T[]) => Derived,
): (items: ReadonlyMap<string, T>) => Derived {
  const known = new WeakMap<ReadonlyMap<string, T>, { readonly derived: Derived }>()
  return (items) => {
    const earlier = known.get(items)
    if (earlier !== undefined) return earlier.derived
    const derived = work([...items.values()])
    known.set(items, { derived })
    return derived
  }
}
