import { element, unsigned } from './element.ts'
import { trackNumbers } from './track.ts'

export interface Block {
  readonly kind: keyof typeof trackNumbers
  /** Milliseconds since the file's time 0. */
  readonly time: number
  readonly isKeyframe: boolean
  readonly data: Buffer
}

const ids = { cluster: 0x1f43b675, timestamp: 0xe7, simpleBlock: 0xa3 }

/** How far apart in time the first block of a cluster and any other may be, in milliseconds: what is written is relative, in 16 bits. */
export const clusterLimitMs = 15_000

/** A `Cluster` (Matroska, RFC 9559, section 5.1.3) of blocks in the order of their time; `blocks` is not empty. */
export function cluster(blocks: readonly Block[]): Buffer {
  const sorted = blocks.toSorted((one, other) => one.time - other.time)
  const start = Math.round(sorted[0]?.time ?? 0)
  const content = sorted.map((block) => simpleBlock(block, start))
  return element(ids.cluster, unsigned(ids.timestamp, start), ...content)
}

function simpleBlock({ kind, time, isKeyframe, data }: Block, start: number): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt8(0x80 | trackNumbers[kind], 0)
  head.writeInt16BE(Math.round(time) - start, 1)
  head.writeUInt8(isKeyframe ? 0x80 : 0, 3)
  return element(ids.simpleBlock, head, data)
}
