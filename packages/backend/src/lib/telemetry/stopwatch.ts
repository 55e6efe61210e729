/** Measures the parts of one request. */
export interface Stopwatch {
  /** Runs work and remembers how long it took. */
  time<T>(part: string, work: () => Promise<T>): Promise<T>
  /** Milliseconds by part, in the order in which they ended. */
  readonly parts: ReadonlyMap<string, number>
}

export function stopwatch(now: () => number = () => performance.now()): Stopwatch {
  const parts = new Map<string, number>()
  return {
    parts,
    async time(part, work) {
      const started = now()
      try {
        return await work()
      } finally {
        parts.set(part, (parts.get(part) ?? 0) + now() - started)
      }
    },
  }
}

/** The `Server-Timing` header of what was measured. */
export function serverTiming({ parts }: Stopwatch): string {
  return [...parts].map(([part, ms]) => `${part};dur=${ms.toFixed(1)}`).join(', ')
}
