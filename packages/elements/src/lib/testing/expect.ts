/** Fails unless something holds. */
export function ok(condition: unknown): asserts condition {
  if (!condition) throw new Error('Expected this to hold.')
}

/** Fails unless two simple values are the same. */
export function equal(actual: unknown, expected: unknown): void {
  if (!Object.is(actual, expected)) {
    throw new Error(`Expected ${String(expected)} but got ${String(actual)}.`)
  }
}
