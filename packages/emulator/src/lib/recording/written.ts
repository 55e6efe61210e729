import type { Kind } from './codec.ts'
import type { Block } from './webm/cluster.ts'

/** What is in a file: when it begins and ends. */
export interface Written {
  /** `durationMs`: how long an audio block sounds; a picture stays as long as the one before it did. */
  note(block: Block, durationMs?: number): void
  has(kind: Kind): boolean
  firstMs(): number
  endMs(): number
}

const pictureMs = 40
const longestPictureMs = 100

export function createWritten(): Written {
  const latest: Partial<Record<Kind, number>> = {}
  let first = Infinity
  let end = 0

  return {
    note: (block, durationMs) => {
      const previous = latest[block.kind]
      latest[block.kind] = block.time
      first = Math.min(first, block.time)
      const sincePrevious = previous === undefined ? pictureMs : block.time - previous
      end = Math.max(end, block.time + (durationMs ?? Math.min(sincePrevious, longestPictureMs)))
    },
    has: (kind) => latest[kind] !== undefined,
    firstMs: () => (first === Infinity ? 0 : first),
    endMs: () => end,
  }
}
