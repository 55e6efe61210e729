/** Samples that wait to be played, first in, first out. */
export interface SampleQueue {
  /** How many wait. */
  readonly length: number
  push(samples: Int16Array): void
  /** The first ones, with silence behind them when there are fewer. */
  take(count: number): Int16Array
  /** Leaves the first ones out. */
  skip(count: number): void
}

export function createSampleQueue(): SampleQueue {
  let chunks: Int16Array[] = []
  let length = 0
  const take = (count: number): Int16Array => {
    const taken = new Int16Array(count)
    for (let filled = 0; filled < count;) {
      const [first] = chunks
      if (first === undefined) break
      const part = first.subarray(0, count - filled)
      taken.set(part, filled)
      filled += part.length
      length -= part.length
      if (part.length === first.length) chunks.shift()
      else chunks[0] = first.subarray(part.length)
    }
    return taken
  }
  return {
    get length() {
      return length
    },
    push: (samples) => {
      if (samples.length === 0) return
      chunks.push(samples)
      length += samples.length
    },
    take,
    skip: (count) => {
      if (count >= length) {
        chunks = []
        length = 0
      } else take(count)
    },
  }
}
