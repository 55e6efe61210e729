/**
 * Remembers which callbacks were taken. The one in memory is for one process; several share a store that can claim
 * an id in one step, such as Redis with `SET NX` or a Durable Object.
 */
export interface ReplayStore {
  /** Whether the id is new; from then on it is not, until that time in milliseconds since 1970. */
  claim(id: string, until: number): boolean | Promise<boolean>
  /** Makes the id new again. */
  release(id: string): void | Promise<void>
}

export interface MemoryReplaysOptions {
  /** How many are remembered, default 100000; the oldest are forgotten beyond it. */
  readonly capacity?: number
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  readonly now?: () => number
}

/** Remembers in this process. */
export function memoryReplays({
  capacity = 100_000,
  now = Date.now,
}: MemoryReplaysOptions = {}): ReplayStore {
  const taken = new Map<string, number>()
  const forgetOld = () => {
    for (const [id, until] of taken) {
      // In the order in which they came, which is nearly that in which they end.
      if (until > now() && taken.size < capacity) return
      taken.delete(id)
    }
  }
  return {
    claim(id, until) {
      if ((taken.get(id) ?? 0) > now()) return false
      forgetOld()
      taken.delete(id)
      taken.set(id, until)
      return true
    },
    release(id) {
      taken.delete(id)
    },
  }
}
