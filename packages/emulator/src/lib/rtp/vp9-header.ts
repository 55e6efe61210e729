import { createBitReader } from './bit-reader.ts'
import type { PictureSize } from './video-frame.ts'

const syncCode = 0x49_83_42
const rgb = 7

/** The size in a keyframe's uncompressed header (VP9 bitstream specification, section 6.2); `undefined` for other frames. */
export function vp9KeyframeSize(frame: Buffer): PictureSize | undefined {
  const reader = createBitReader(frame)
  if (reader.bits(2) !== 2) return undefined
  const profile = reader.bits(1) + reader.bits(1) * 2
  if (profile === 3) reader.skip(1)
  const showsExisting = reader.flag()
  const isInter = reader.flag()
  if (showsExisting || isInter) return undefined
  reader.skip(2)
  if (reader.bits(24) !== syncCode) return undefined
  if (profile >= 2) reader.skip(1)
  const hasSubsampling = profile % 2 === 1
  if (reader.bits(3) === rgb) reader.skip(hasSubsampling ? 1 : 0)
  else reader.skip(hasSubsampling ? 4 : 1)
  const size = { width: reader.bits(16) + 1, height: reader.bits(16) + 1 }
  return reader.isOverrun() ? undefined : size
}
