import { createSampleQueue } from '../sound/sample-queue.ts'

/** What somebody has said that is still to be played. */
export interface Speech {
  say(samples: Int16Array): void
  /** Forgets what has not been played. */
  clear(): void
  /** Calls back when everything that was said up to now has been played, or was cleared. */
  afterwards(done: () => void): void
  /** The next samples, with silence behind the last ones; `undefined` when there is nothing to say. */
  next(count: number): Int16Array | undefined
}

/** `most`: how many samples wait at most; those who send faster lose what comes after. */
export function createSpeech(most: number): Speech {
  const queue = createSampleQueue()
  let waiting: { left: number; readonly done: () => void }[] = []
  const pass = (count: number) => {
    for (const mark of waiting) mark.left -= count
    const passed = waiting.filter(({ left }) => left <= 0)
    waiting = waiting.filter(({ left }) => left > 0)
    for (const { done } of passed) done()
  }
  return {
    say: (samples) => queue.push(samples.subarray(0, most - queue.length)),
    clear: () => {
      queue.skip(queue.length)
      pass(Infinity)
    },
    afterwards: (done) => {
      if (queue.length === 0) done()
      else waiting.push({ left: queue.length, done })
    },
    next: (count) => {
      if (queue.length === 0) return undefined
      const samples = queue.take(count)
      pass(count)
      return samples
    },
  }
}
