const shortest = 20
const longest = 1000

/**
 * The pauses of a follower between two looks at the store, in milliseconds, until they add up to
 * `total`: growing, so that a slow creation costs few reads, and jittered, so that followers spread.
 */
export function* followPauses(total: number): Generator<number> {
  let pause = shortest
  for (let waited = 0; waited < total; waited += pause) {
    pause = Math.min(longest, pause * (1 + Math.random()))
    yield pause
  }
}
