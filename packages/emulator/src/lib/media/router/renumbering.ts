import { distance16 } from '../../rtp/sequence.ts'

/** Gives consecutive numbers to what is passed on of a stream whose numbers wrap. */
export interface Renumbering {
  /** The number to go out under; `undefined` for what was left out, or is too old. */
  pass(input: number): number | undefined
  /** Leaves one out; those after it close up. */
  skip(input: number): void
  /** Another stream takes over with that number; it goes on where the last one was. */
  restart(input: number): void
}

// More than a second of packets at 4 Mbit/s.
const remembered = 512
const left = -1

/** `bits` is the width of the numbers: 16 for sequence numbers, 15 or 7 for picture ids. */
export function createRenumbering(bits: number): Renumbering {
  const mask = 2 ** bits - 1
  const shift = 16 - bits
  const ahead = (a: number, b: number) =>
    distance16((a << shift) & 0xffff, (b << shift) & 0xffff) >> shift
  const offsets = new Int32Array(remembered)
  let started = false
  let offset = 0
  let first = 0
  let highest = 0
  let lastOut = Math.floor(Math.random() * (mask / 2))

  const advance = (input: number) => {
    const steps = Math.min(ahead(input, highest), remembered)
    for (let step = steps - 1; step >= 0; step -= 1) {
      offsets[((input - step) & mask) % remembered] = offset
    }
    highest = input
  }
  const restart = (input: number) => {
    started = true
    first = highest = input
    offset = (input - lastOut - 1) & mask
    offsets.fill(left)
    offsets[input % remembered] = offset
  }

  return {
    restart,
    pass: (input) => {
      if (!started) restart(input)
      const steps = ahead(input, highest)
      if (steps > 0) advance(input)
      else if (-steps >= remembered || ahead(input, first) < 0) return undefined
      const known = offsets[input % remembered] ?? left
      if (known === left) return undefined
      const out = (input - known) & mask
      if (ahead(out, lastOut) > 0) lastOut = out
      return out
    },
    skip: (input) => {
      if (!started || ahead(input, highest) <= 0) return
      advance(input)
      offsets[input % remembered] = left
      offset = (offset + 1) & mask
    },
  }
}
