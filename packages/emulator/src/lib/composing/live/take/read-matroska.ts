/** One picture or piece of sound, with its time in milliseconds. */
export interface Block {
  readonly at: number
  readonly data: Buffer
}

// Element ids (RFC 9559); those below are gone into, all others skipped.
const id = {
  segment: 0x18538067,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  blockGroup: 0xa0,
  block: 0xa1,
  simpleBlock: 0xa3,
}
const containers = new Set([id.segment, id.cluster, id.blockGroup])

/** Reads what FFmpeg writes as Matroska with one track and times in milliseconds, as it comes; returns where bytes go. */
export function createMatroskaReader(onBlock: (block: Block) => void): (bytes: Buffer) => void {
  const parser = parse(onBlock)
  let wanted = parser.next(Buffer.alloc(0)).value
  let waiting: Buffer[] = []
  let size = 0
  return (bytes) => {
    waiting.push(bytes)
    size += bytes.length
    while (size >= wanted) {
      const all = waiting.length === 1 ? (waiting[0] ?? bytes) : Buffer.concat(waiting, size)
      const next = parser.next(all.subarray(0, wanted))
      waiting = [all.subarray(wanted)]
      size -= wanted
      wanted = next.value
    }
  }
}

/** Asks for numbers of bytes and gets them. */
type Parser = Generator<number, never, Buffer>

function* parse(onBlock: (block: Block) => void): Parser {
  let clusterAt = 0
  for (;;) {
    const element = yield* readNumber('with-marker')
    const size = yield* readNumber('without-marker')
    if (containers.has(element)) continue
    const data = yield size
    if (element === id.timestamp) clusterAt = data.readUIntBE(0, data.length)
    // A block begins with its track, in one byte, its time from that of the cluster, and flags.
    if (element === id.simpleBlock || element === id.block) {
      onBlock({ at: clusterAt + data.readInt16BE(1), data: data.subarray(4) })
    }
  }
}

/** A number that says its own length by the zeros it begins with. */
function* readNumber(marker: 'with-marker' | 'without-marker'): Generator<number, number, Buffer> {
  const first = (yield 1)[0] ?? 0
  const more = Math.clz32(first) - 24
  let value = marker === 'with-marker' ? first : first & (0x7f >> more)
  if (more > 0) for (const byte of yield more) value = value * 256 + byte
  return value
}
