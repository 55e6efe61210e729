import { type BitReader, createBitReader } from './bit-reader.ts'
import type { PictureSize } from './video-frame.ts'

/** What a sequence header says, as far as a container repeats it. */
export interface Av1Sequence {
  readonly profile: number
  readonly level: number
  readonly tier: number
  readonly size: PictureSize
  readonly color: Av1Color
}

export interface Av1Color {
  readonly isHighDepth: boolean
  readonly isTwelveBit: boolean
  readonly isMonochrome: boolean
  readonly subsamplingX: boolean
  readonly subsamplingY: boolean
  readonly samplePosition: number
}

/** Reads the payload of a sequence header OBU (AV1 bitstream specification, section 5.5); `undefined` when it is cut short. */
export function readAv1Sequence(payload: Buffer): Av1Sequence | undefined {
  const reader = createBitReader(payload)
  const profile = reader.bits(3)
  reader.skip(1)
  const isReduced = reader.flag()
  const { level, tier } = isReduced
    ? { level: reader.bits(5), tier: 0 }
    : readOperatingPoints(reader)
  const widthBits = reader.bits(4) + 1
  const heightBits = reader.bits(4) + 1
  const size = { width: reader.bits(widthBits) + 1, height: reader.bits(heightBits) + 1 }
  skipTools(reader, isReduced ? 'reduced' : 'full')
  const color = readColor(reader, profile)
  return reader.isOverrun() ? undefined : { profile, level, tier, size, color }
}

function readOperatingPoints(reader: BitReader): { level: number; tier: number } {
  const delayBits = readTiming(reader)
  const hasDisplayDelay = reader.flag()
  const count = reader.bits(5) + 1
  let first: { level: number; tier: number } | undefined
  for (let point = 0; point < count; point += 1) {
    reader.skip(12)
    const level = reader.bits(5)
    const tier = level > 7 ? reader.bits(1) : 0
    if (delayBits > 0 && reader.flag()) reader.skip(delayBits * 2 + 1)
    if (hasDisplayDelay && reader.flag()) reader.skip(4)
    first ??= { level, tier }
  }
  return first ?? { level: 0, tier: 0 }
}

/** The bits of a buffer delay; 0 without a decoder model. */
function readTiming(reader: BitReader): number {
  if (!reader.flag()) return 0
  reader.skip(64)
  if (reader.flag()) reader.unsignedGolomb()
  if (!reader.flag()) return 0
  const delayBits = reader.bits(5) + 1
  reader.skip(42)
  return delayBits
}

function skipTools(reader: BitReader, header: 'reduced' | 'full'): void {
  if (header === 'full' && reader.flag()) reader.skip(7)
  reader.skip(3)
  if (header === 'full') {
    reader.skip(4)
    const hasOrderHint = reader.flag()
    if (hasOrderHint) reader.skip(2)
    const mayBeScreen = reader.flag() || reader.flag()
    if (mayBeScreen && !reader.flag()) reader.skip(1)
    if (hasOrderHint) reader.skip(3)
  }
  reader.skip(3)
}

const srgb = 0x01_0d_00

function readColor(reader: BitReader, profile: number): Av1Color {
  const isHighDepth = reader.flag()
  const isTwelveBit = profile === 2 && isHighDepth && reader.flag()
  const isMonochrome = profile !== 1 && reader.flag()
  const description = reader.flag() ? reader.bits(24) : undefined
  const depth = { isHighDepth, isTwelveBit, isMonochrome }
  const none = { subsamplingX: false, subsamplingY: false, samplePosition: 0 }
  if (!isMonochrome && description === srgb) return { ...depth, ...none }
  reader.skip(1)
  if (isMonochrome) return { ...depth, subsamplingX: true, subsamplingY: true, samplePosition: 0 }
  const [subsamplingX, subsamplingY] = readSubsampling(reader, { profile, isTwelveBit })
  const samplePosition = subsamplingX && subsamplingY ? reader.bits(2) : 0
  return { ...depth, subsamplingX, subsamplingY, samplePosition }
}

function readSubsampling(
  reader: BitReader,
  { profile, isTwelveBit }: { readonly profile: number; readonly isTwelveBit: boolean },
): readonly [boolean, boolean] {
  if (profile !== 2) return profile === 0 ? [true, true] : [false, false]
  if (!isTwelveBit) return [true, false]
  const subsamplingX = reader.flag()
  return [subsamplingX, subsamplingX && reader.flag()]
}
