/** Chances that are the same for the same seed. */
export type Random = {
  /** A whole number below the limit. */
  below(limit: number): number
  /** Whether one in so many came true. */
  oneIn(many: number): boolean
  pick<T>(choices: readonly [T, ...T[]]): T
  bytes(length: number): Buffer
  /** Chances of their own, which do not depend on how many of these were used. */
  fork(label: number): Random
}

/** The generator is mulberry32: good enough to vary, and the same everywhere. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    oneIn: (many) => below(many) === 0,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
    fork: (label) => createRandom(Math.imul(seed + 1, 0x9e3779b1) + label),
  }
}

/** The list, when there is something to pick from. */
export function some<T>(list: readonly T[]): readonly [T, ...T[]] {
  const [first, ...others] = list
  if (first === undefined) throw new Error('There is nothing to choose from')
  return [first, ...others]
}
