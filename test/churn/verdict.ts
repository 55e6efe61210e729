import type { Churned } from './churn.ts'
import { countsOf, type Rest } from './rest.ts'

// Heaps and allocators breathe; what leaks twice a second for minutes does not stop at this.
const mostGrowth = 1.1
const slackMb = 8

/** What was not given back, compared with the rest after the rounds that warmed up, and what went wrong. */
export function leaksOf({ rests, faults }: Churned): string[] {
  const [base] = rests
  const end = rests.at(-1)
  if (base === undefined || end === undefined || rests.length < 2) return ['Nothing was measured']
  return [...faults, ...grownCounts(base, end), ...grownMemory(base, end)]
}

function grownCounts(base: Rest, end: Rest): string[] {
  const before = countsOf(base)
  return Object.entries(countsOf(end)).flatMap(([what, count]) =>
    count > (before[what] ?? 0) ? [`${what}: ${before[what]} before, ${count} after`] : [],
  )
}

function grownMemory(base: Rest, end: Rest): string[] {
  const memory = ({ emulator, media }: Rest) => ({
    'heap of the emulator': emulator.heapMb,
    'resident memory of the emulator': emulator.residentMb,
    'resident memory of the media router': media.residentMb,
  })
  const before: Record<string, number> = memory(base)
  return Object.entries(memory(end)).flatMap(([what, mb]) => {
    const allowed = (before[what] ?? 0) * mostGrowth + slackMb
    return mb > allowed ? [`${what}: ${before[what]} MB before, ${mb} MB after`] : []
  })
}
