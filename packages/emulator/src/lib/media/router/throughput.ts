/** How fast a total of bytes grows, over about the last second. */
export interface Throughput {
  /** Looks at the total; at least every quarter of a second. `now` in milliseconds. */
  note(bytes: number, now: number): void
  bitsPerSecond(): number
}

const spanMs = 1000

export function createThroughput(): Throughput {
  const seen: { readonly bytes: number; readonly at: number }[] = []
  return {
    note: (bytes, at) => {
      seen.push({ bytes, at })
      while (seen[1] !== undefined && at - seen[1].at >= spanMs) seen.shift()
    },
    bitsPerSecond: () => {
      const first = seen[0]
      const last = seen.at(-1)
      if (first === undefined || last === undefined || last.at <= first.at) return 0
      return ((last.bytes - first.bytes) * 8000) / (last.at - first.at)
    },
  }
}
