/** Measures the parts of one request, which follow one another. */
export interface Stopwatch {
  /** Ends the part that was going on; a new one begins. */
  begin(part: string): void
  /** Ends the last part. */
  stop(): Laps
}

/** How long a request took, in milliseconds. */
export interface Laps {
  readonly ms: number
  /** By part, in the order in which they began. */
  readonly parts: readonly (readonly [part: string, ms: number])[]
}

export function stopwatch(now: () => number = () => performance.now()): Stopwatch {
  const started = now()
  const parts: [part: string, ms: number][] = []
  let begun = started

  function end(): number {
    const ended = now()
    const last = parts.at(-1)
    if (last !== undefined) last[1] = ended - begun
    begun = ended
    return ended
  }

  return {
    begin(part) {
      end()
      parts.push([part, 0])
    },
    stop: () => ({ ms: end() - started, parts }),
  }
}

/** The `Server-Timing` header of what was measured. */
export function serverTiming(parts: Laps['parts']): string {
  return parts.map(([part, ms]) => `${part};dur=${Math.round(ms * 10) / 10}`).join(', ')
}
