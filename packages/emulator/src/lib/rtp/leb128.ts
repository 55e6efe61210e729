/** An unsigned number of 7 bits per byte, the lowest first (AV1 bitstream specification, section 4.10.5). */
export function readLeb128(
  bytes: Buffer,
  start: number,
): { readonly value: number; readonly end: number } | undefined {
  let value = 0
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes[start + index]
    if (byte === undefined) return undefined
    value += (byte & 0x7f) * 2 ** (index * 7)
    if ((byte & 0x80) === 0) return { value, end: start + index + 1 }
  }
  return undefined
}

export function writeLeb128(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  return Buffer.of(...bytes, rest)
}
