/** Reads bits from the highest to the lowest; beyond the end all bits are zero. */
export interface BitReader {
  /** An unsigned number of up to 32 bits. */
  bits(count: number): number
  flag(): boolean
  skip(count: number): void
  /** Exp-Golomb, unsigned (ITU-T H.264, section 9.1). */
  unsignedGolomb(): number
  /** Exp-Golomb, signed (ITU-T H.264, section 9.1.1). */
  signedGolomb(): number
  /** Whether more was read than there is, so that what was read cannot be trusted. */
  isOverrun(): boolean
}

export function createBitReader(bytes: Buffer): BitReader {
  let at = 0

  function bit(): number {
    const value = ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1
    at += 1
    return value
  }

  function bits(count: number): number {
    let value = 0
    for (let index = 0; index < count; index += 1) value = value * 2 + bit()
    return value
  }

  function unsignedGolomb(): number {
    let zeros = 0
    while (zeros < 32 && bit() === 0) zeros += 1
    return 2 ** zeros - 1 + bits(zeros)
  }

  return {
    bits,
    flag: () => bit() === 1,
    skip: (count) => {
      at += count
    },
    unsignedGolomb,
    signedGolomb: () => {
      const value = unsignedGolomb()
      return value % 2 === 1 ? (value + 1) / 2 : -value / 2
    },
    isOverrun: () => at > bytes.length * 8,
  }
}
