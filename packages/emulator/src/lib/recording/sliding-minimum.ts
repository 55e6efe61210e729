/** The least of the values of the last one to two windows of time. */
export interface SlidingMinimum {
  add(value: number, at: number): void
  /** Adds the same to all values that were seen. */
  shift(by: number): void
  /** `undefined` before the first value. */
  value(): number | undefined
}

export function createSlidingMinimum({ windowMs }: { readonly windowMs: number }): SlidingMinimum {
  let since = -Infinity
  let current = Infinity
  let previous = Infinity

  return {
    add: (value, at) => {
      if (at - since >= windowMs) {
        previous = at - since >= windowMs * 2 ? Infinity : current
        current = Infinity
        since = at
      }
      current = Math.min(current, value)
    },
    shift: (by) => {
      current += by
      previous += by
    },
    value: () => {
      const least = Math.min(current, previous)
      return least === Infinity ? undefined : least
    },
  }
}
