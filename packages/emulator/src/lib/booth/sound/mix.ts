/** All of these at once; what is too loud is cut off. */
export function mix(frames: Iterable<Int16Array>, size: number): Int16Array {
  const sum = new Int32Array(size)
  for (const frame of frames) {
    for (const [index, sample] of frame.entries()) sum[index] = (sum[index] ?? 0) + sample
  }
  return Int16Array.from(sum, (value) => Math.max(-0x8000, Math.min(0x7fff, value)))
}
