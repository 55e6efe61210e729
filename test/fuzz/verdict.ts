import type { Findings } from './fuzz.ts'

// Compiled code and caches vary by one or two million; what is kept of each visit or request would be far more.
const mostGrowth = 6e6

/** What must not be, as sentences; none when the emulator stood. */
export function faultsOf({ isAlive, failures, complaints, testimony, heap }: Findings): string[] {
  const { said, lost, outOfTurn } = testimony
  return [
    ...(isAlive ? [] : ['The emulator has ended.']),
    ...failures.map(
      (failure) => `A request was answered as a failure of the emulator:\n${failure}`,
    ),
    ...(complaints === '' ? [] : [`The emulator complained:\n${complaints}`]),
    ...(said > 0 ? [] : ['The witnesses said nothing.']),
    ...(lost === 0 ? [] : [`The witnesses missed ${lost} of what was said.`]),
    ...(outOfTurn === 0 ? [] : [`The witnesses heard ${outOfTurn} things twice or out of turn.`]),
    ...(heap.after - heap.before < mostGrowth
      ? []
      : [`Memory grew from ${heap.before} to ${heap.after} bytes.`]),
  ]
}
