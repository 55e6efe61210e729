/** A place among the streams: every `step`-th from `offset` on, counted from one end. */
export interface Counting {
  readonly from: 'first' | 'last'
  readonly step: number
  readonly offset: number
}

/** What one stream must be. */
export interface Compound {
  readonly type?: string
  readonly classes: readonly string[]
  readonly countings: readonly Counting[]
}

/** What a stream and those before it must be. */
export interface Selector {
  readonly subject: Compound
  /** From the nearest to the farthest. */
  readonly siblings: readonly { readonly where: 'next' | 'later'; readonly compound: Compound }[]
}

/** Whether the stream at that place is meant; `classes` has those of every stream. */
export function matches(
  { subject, siblings }: Selector,
  classes: readonly (readonly string[])[],
  index: number,
): boolean {
  if (!isMatch(subject, classes, index)) return false
  const [nearest, ...farther] = siblings
  if (nearest === undefined) return true
  const rest = { subject: nearest.compound, siblings: farther }
  const places = nearest.where === 'next' ? [index - 1] : [...Array(index).keys()]
  return places.some((place) => place >= 0 && matches(rest, classes, place))
}

/** How much a selector weighs against others: classes and places first, then types. */
export function weightOf({ subject, siblings }: Selector): number {
  return [subject, ...siblings.map(({ compound }) => compound)]
    .map(({ type, classes, countings }) => {
      return 1000 * (classes.length + countings.length) + (type === undefined ? 0 : 1)
    })
    .reduce((sum, weight) => sum + weight)
}

function isMatch(
  { type, classes: wanted, countings }: Compound,
  classes: readonly (readonly string[])[],
  index: number,
): boolean {
  if (type !== undefined && type !== 'stream') return false
  if (!wanted.every((name) => classes[index]?.includes(name))) return false
  return countings.every(({ from, step, offset }) => {
    const beyond = (from === 'first' ? index + 1 : classes.length - index) - offset
    return step === 0 ? beyond === 0 : beyond % step === 0 && beyond / step >= 0
  })
}
