const text = new TextEncoder()

/** Collects big-endian numbers, length-prefixed UTF-8 strings and raw bytes. */
export interface ByteWriter {
  u8(value: number): void
  u16(value: number): void
  u32(value: number): void
  string(value: string): void
  raw(value: Uint8Array): void
  bytes(): Uint8Array
}

export function byteWriter(): ByteWriter {
  const parts: Uint8Array[] = []

  const number = (size: 1 | 2 | 4, value: number) => {
    if (!Number.isInteger(value) || value < 0 || value >= 256 ** size) {
      throw new RangeError(`${value} does not fit in ${size} bytes`)
    }
    const part = new Uint8Array(size)
    for (let index = 0; index < size; index++) part[index] = value / 256 ** (size - 1 - index)
    parts.push(part)
  }

  return {
    u8: (value) => number(1, value),
    u16: (value) => number(2, value),
    u32: (value) => number(4, value),
    string: (value) => {
      const encoded = text.encode(value)
      number(2, encoded.byteLength)
      parts.push(encoded)
    },
    raw: (value) => parts.push(value),
    bytes: () => concatenate(parts),
  }
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}
