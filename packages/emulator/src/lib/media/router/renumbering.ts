/** Gives consecutive numbers to what is passed on of a stream whose numbers wrap. */
export interface Renumbering {
  /** A stream begins with that number, and goes on where the one before was. */
  begin(input: number, stream: number): void
  /** The number to go out under; `undefined` for what was left out, is too old or of no stream. */
  pass(input: number): number | undefined
  /** Leaves one out; those after it close up. */
  skip(input: number): void
  /** What goes out under that number; `undefined` for one that is too old or was not given yet. */
  origin(output: number): Origin | undefined
}

export interface Origin {
  readonly stream: number
  readonly number: number
}

/** From a number on, others are taken off; no offset: these are left out. Numbers here do not wrap. */
interface Turn {
  readonly from: number
  readonly offset: number | undefined
  readonly stream: number
  readonly isBeginning: boolean
}

// Some seconds of frames of which every other one is left out.
const remembered = 512

/**
 * `bits` is the width of the numbers: 16 for sequence numbers, 15 or 7 for picture ids. What is remembered is where the
 * offset turned, not what became of each number: nearly every packet to every receiver finds all it needs in three variables.
 */
export function createRenumbering(bits: number): Renumbering {
  const mask = 2 ** bits - 1
  const half = 2 ** (bits - 1)
  let highest = 0
  let offset = -Math.floor(Math.random() * half)
  let stream = 0
  let isPassing = false
  let turns: Turn[] = []

  const ahead = (number: number, of: number) => ((number - of + half) & mask) - half
  const turn = (to: Turn) => {
    if (turns.length >= 2 * remembered) turns = turns.slice(remembered)
    turns.push(to)
  }
  const goOn = () => {
    turn({ from: highest + 1, offset, stream, isBeginning: false })
    isPassing = true
  }
  const earlier = (number: number): number | undefined => {
    for (let index = turns.length - 1; index >= 0; index -= 1) {
      const at = turns[index]
      if (at === undefined) return undefined
      if (at.from <= number) return at.offset === undefined ? undefined : number - at.offset
      if (at.isBeginning) return undefined
    }
    return undefined
  }

  return {
    begin: (input, of) => {
      offset += input - 1 - highest
      highest = input - 1
      stream = of
      turn({ from: input, offset, stream, isBeginning: true })
      isPassing = true
    },
    pass: (input) => {
      const steps = ahead(input, highest)
      if (steps <= 0 || turns.length === 0) {
        const out = earlier(highest + steps)
        return out === undefined ? undefined : out & mask
      }
      if (!isPassing) goOn()
      highest += steps
      return (highest - offset) & mask
    },
    skip: (input) => {
      const steps = ahead(input, highest)
      if (steps <= 0 || turns.length === 0) return
      // What has not come yet between is not left out.
      if (!isPassing && steps > 1) goOn()
      highest += steps
      if (isPassing) turn({ from: highest, offset: undefined, stream, isBeginning: false })
      isPassing = false
      offset += 1
    },
    origin: (output) => {
      const last = highest - offset
      const wanted = last + Math.min(ahead(output, last), 1)
      if (wanted > last) return undefined
      for (let index = turns.length - 1; index >= 0; index -= 1) {
        const at = turns[index]
        if (at?.offset === undefined || at.from - at.offset > wanted) continue
        return { stream: at.stream, number: (wanted + at.offset) & mask }
      }
      return undefined
    },
  }
}
