/** How far a 16-bit sequence number is ahead of another; negative when it is behind. */
export function distance16(sequence: number, other: number): number {
  return ((sequence - other + 0x8000) & 0xffff) - 0x8000
}

/** How far a 32-bit timestamp is ahead of another; negative when it is behind. */
export function distance32(timestamp: number, other: number): number {
  return (timestamp - other) | 0
}
