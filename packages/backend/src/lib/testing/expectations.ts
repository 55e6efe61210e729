/** A promise that a store did not keep. */
class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise'
}

export function expectEqual(
  actual: unknown,
  expected: string | number | boolean | undefined,
): void {
  if (actual !== expected) {
    throw new BrokenPromise(`expected ${expected}, but it was ${JSON.stringify(actual)}`)
  }
}

/** Waits for what only time brings about, such as the end of a lease; gives up after 10 seconds. */
export async function until(reached: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000
  while (!(await reached())) {
    if (performance.now() > end) throw new BrokenPromise('what was waited for never came')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
