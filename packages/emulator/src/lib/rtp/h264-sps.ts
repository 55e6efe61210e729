import { type BitReader, createBitReader } from './bit-reader.ts'
import type { PictureSize } from './video-frame.ts'

/** What a sequence parameter set says of its pictures. */
export interface H264Sequence {
  readonly size: PictureSize
  /** Only profiles that can be other than 8 bits 4:2:0 say it. */
  readonly format?: {
    readonly chroma: number
    readonly lumaDepth: number
    readonly chromaDepth: number
  }
}

const profilesWithFormat = new Set([44, 83, 86, 100, 110, 118, 122, 128, 134, 135, 138, 139, 244])

/** Reads a sequence parameter set (ITU-T H.264, section 7.3.2.1.1), its header byte included; `undefined` when it is cut short or has no picture. */
export function readH264Sps(unit: Buffer): H264Sequence | undefined {
  const reader = createBitReader(withoutEmulationPrevention(unit))
  reader.skip(8)
  const profile = reader.bits(8)
  reader.skip(16)
  reader.unsignedGolomb()
  const format = profilesWithFormat.has(profile) ? readFormat(reader) : undefined
  reader.unsignedGolomb()
  skipPictureOrder(reader)
  reader.unsignedGolomb()
  reader.skip(1)
  const size = readSize(reader, format?.chroma ?? 1)
  if (reader.isOverrun() || size.width <= 0 || size.height <= 0) return undefined
  return { size, ...(format && { format }) }
}

/** An encoder breaks up what would look like a start code with a 3. */
function withoutEmulationPrevention(unit: Buffer): Buffer {
  const bytes = [...unit].filter((byte, at) => {
    return !(byte === 3 && at >= 2 && unit[at - 1] === 0 && unit[at - 2] === 0)
  })
  return Buffer.from(bytes)
}

function readFormat(reader: BitReader): NonNullable<H264Sequence['format']> {
  const chroma = reader.unsignedGolomb()
  if (chroma === 3) reader.skip(1)
  const lumaDepth = reader.unsignedGolomb() + 8
  const chromaDepth = reader.unsignedGolomb() + 8
  reader.skip(1)
  const hasScaling = reader.flag()
  const lists = hasScaling ? (chroma === 3 ? 12 : 8) : 0
  for (let list = 0; list < lists; list += 1) {
    if (reader.flag()) skipScalingList(reader, list < 6 ? 16 : 64)
  }
  return { chroma, lumaDepth, chromaDepth }
}

function skipScalingList(reader: BitReader, length: number): void {
  let last = 8
  for (let index = 0; index < length; index += 1) {
    last = (last + reader.signedGolomb() + 256) % 256
    if (last === 0) return
  }
}

function skipPictureOrder(reader: BitReader): void {
  const type = reader.unsignedGolomb()
  if (type === 0) reader.unsignedGolomb()
  if (type !== 1) return
  reader.skip(1)
  reader.signedGolomb()
  reader.signedGolomb()
  const frames = Math.min(reader.unsignedGolomb(), 255)
  for (let frame = 0; frame < frames; frame += 1) reader.signedGolomb()
}

function readSize(reader: BitReader, chroma: number): PictureSize {
  const columns = reader.unsignedGolomb() + 1
  const rows = reader.unsignedGolomb() + 1
  const fieldsPerFrame = reader.flag() ? 1 : 2
  if (fieldsPerFrame === 2) reader.skip(1)
  reader.skip(1)
  const crop = [0, 0, 0, 0]
  if (reader.flag()) crop.forEach((_, side) => (crop[side] = reader.unsignedGolomb()))
  const [left = 0, right = 0, top = 0, bottom = 0] = crop
  const cropWidth = chroma === 1 || chroma === 2 ? 2 : 1
  const cropHeight = (chroma === 1 ? 2 : 1) * fieldsPerFrame
  return {
    width: columns * 16 - (left + right) * cropWidth,
    height: rows * 16 * fieldsPerFrame - (top + bottom) * cropHeight,
  }
}
