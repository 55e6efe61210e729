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
