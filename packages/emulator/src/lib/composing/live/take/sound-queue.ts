/** Sound of one take that waits until it is its turn: two channels, 48,000 samples a second. */
export interface SoundQueue {
  /** Adds what begins at that millisecond of the take. */
  add(at: number, data: Buffer): void
  /** Adds up as many samples from that one on to what is in `sum`, and forgets what is before. */
  mixInto(sum: Float32Array, from: number): void
}

interface Piece {
  readonly start: number
  readonly samples: Int16Array
}

// Times are in milliseconds; what is nearer than this to the end of what is there goes on from it.
const slack = 48 * 15

// A stream that nobody wants to hear is not kept for ever.
const longest = 48_000 * 5

export function createSoundQueue(): SoundQueue {
  let pieces: Piece[] = []
  return {
    add: (at, data) => {
      const samples = new Int16Array(new Uint8Array(data).buffer)
      const last = pieces.at(-1)
      const end = last === undefined ? -Infinity : last.start + last.samples.length / 2
      const start = Math.abs(at * 48 - end) < slack ? end : at * 48
      pieces = pieces.filter((piece) => piece.start > start - longest)
      pieces.push({ start, samples })
    },
    mixInto: (sum, from) => {
      pieces = pieces.filter(({ start, samples }) => start + samples.length / 2 > from)
      for (const { start, samples } of pieces) addUp(sum, samples, start - from)
    },
  }
}

/** Adds samples that begin some samples after the sum, or before it. */
function addUp(sum: Float32Array, samples: Int16Array, offset: number): void {
  const first = Math.max(0, 2 * offset)
  const end = Math.min(sum.length, 2 * offset + samples.length)
  for (let index = first; index < end; index += 1) {
    sum[index] = (sum[index] ?? 0) + (samples[index - 2 * offset] ?? 0) / 32_768
  }
}
