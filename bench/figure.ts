/** One side of a comparison: what was measured, and its values by name; the name says the unit. */
export type Side = {
  what: string
  values: Record<string, number>
  /** The single runs behind the values, where there are few. */
  runs?: number[]
}

/** A measurement beside the baseline that was taken in the same run, compared by one of its values. */
export type Figure = {
  name: string
  compared: string
  ours: Side
  baseline: Side
  /** What was on the way from one to the other, or stands beside them. */
  between?: Side[]
  /** What a reader has to know to read it rightly. */
  note?: string
}

/** A few times in milliseconds as a side of a figure. */
export function timesOf(what: string, runs: number[]): Side {
  const values = { 'median ms': quantile(runs, 0.5), 'worst ms': quantile(runs, 1) }
  return { what, values: rounded({ ...values, runs: runs.length }), runs }
}

/** The value that this share of the numbers does not exceed. */
export function quantile(numbers: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(numbers).toSorted()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

/** Three digits are all that repeats between runs. */
export function rounded(values: Record<string, number>): Record<string, number> {
  const round = (value: number): number =>
    Number.isInteger(value) ? value : Number(value.toPrecision(3))
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, round(value)]))
}

/** How many times the baseline's value ours is. */
export function ratio({ compared, ours, baseline }: Figure): number {
  return (ours.values[compared] ?? NaN) / (baseline.values[compared] ?? NaN)
}
