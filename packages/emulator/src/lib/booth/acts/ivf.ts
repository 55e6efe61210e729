/** The frames in an IVF file, in their order. */
export function readIvf(file: Buffer): readonly Uint8Array[] {
  const frames: Uint8Array[] = []
  for (let at = file.readUInt16LE(6); at + 12 <= file.length;) {
    const end = at + 12 + file.readUInt32LE(at)
    frames.push(file.subarray(at + 12, end))
    at = end
  }
  return frames
}
