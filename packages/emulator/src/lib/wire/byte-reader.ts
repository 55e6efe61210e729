const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads big-endian numbers and UTF-8 strings from front to back; a `RangeError` says where the bytes ended. */
export interface ByteReader {
  u8(): number
  u16(): number
  u32(): number
  string(length: number): string
  rest(): Uint8Array
}

export function byteReader(bytes: Uint8Array): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0

  const advance = (size: number) => {
    if (at + size > bytes.byteLength) throw new RangeError(`the bytes end inside a field at ${at}`)
    const start = at
    at += size
    return start
  }

  return {
    u8: () => view.getUint8(advance(1)),
    u16: () => view.getUint16(advance(2)),
    u32: () => view.getUint32(advance(4)),
    string: (length) => {
      const start = advance(length)
      return text.decode(bytes.subarray(start, start + length))
    },
    rest: () => bytes.slice(advance(bytes.byteLength - at)),
  }
}
