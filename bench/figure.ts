/** Times of one thing, in milliseconds, one for each run. */
export type Series = { what: string; milliseconds: number[] }

/** A measurement beside the baseline that was taken in the same run, in turns. */
export type Figure = { name: string; ours: Series; baseline: Series }

/** The figures that a reader compares, in whole milliseconds. */
export function summary(times: number[]): { median: number; worst: number; runs: number } {
  const sorted = times.toSorted((one, other) => one - other)
  const median = sorted[Math.floor(sorted.length / 2)] ?? NaN
  return { median: Math.round(median), worst: Math.round(sorted.at(-1) ?? NaN), runs: times.length }
}
