const nothing = Buffer.alloc(0)
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads big-endian numbers and UTF-8 texts from front to back; a `RangeError` says that the bytes ended inside a field. */
export interface ByteReader {
  u8(): number
  u16(): number
  u32(): number
  /** A text after its length in two bytes; a `TypeError` says that it is not UTF-8. */
  text(): string
  /** A view of what is left. */
  rest(): Buffer
}

export function byteReader(source: Uint8Array): ByteReader {
  const bytes = viewOf(source)
  let at = 0

  const advance = (size: number) => {
    const start = at
    at += size
    return start
  }

  return {
    u8: () => bytes.readUInt8(advance(1)),
    u16: () => bytes.readUInt16BE(advance(2)),
    u32: () => bytes.readUInt32BE(advance(4)),
    text: () => {
      const length = bytes.readUInt16BE(advance(2))
      const start = advance(length)
      if (at > bytes.byteLength) throw new RangeError(`the bytes end inside a text at ${start}`)
      const read = bytes.toString('utf8', start, at)
      // Only a text with the sign for bytes that are none can need the slow check.
      return read.includes('\uFFFD') ? strict.decode(bytes.subarray(start, at)) : read
    },
    rest: () => (at === bytes.byteLength ? nothing : bytes.subarray(at)),
  }
}

function viewOf(source: Uint8Array): Buffer {
  if (Buffer.isBuffer(source)) return source
  return Buffer.from(source.buffer, source.byteOffset, source.byteLength)
}
