import { readAv1Elements } from './av1-elements.ts'
import { type Av1Sequence, readAv1Sequence } from './av1-sequence.ts'
import { readLeb128, writeLeb128 } from './leb128.ts'
import type { VideoFrame } from './video-frame.ts'

const types = {
  sequence: 1,
  temporalDelimiter: 2,
  frameHeader: 3,
  frame: 6,
  tileList: 8,
  padding: 15,
}
const notStored = new Set([types.temporalDelimiter, types.tileList, types.padding])

interface Obu {
  readonly type: number
  readonly payload: Buffer
  /** With its length inside, as files have it. */
  readonly bytes: Buffer
}

/** A {@link ReadVideoFrame} for AV1 (RTP Payload Format for AV1, version 1.0): the OBUs of a temporal unit. */
export function readAv1Frame(payloads: readonly Buffer[]): VideoFrame | undefined {
  const obus = readAv1Elements(payloads)?.map(readObu)
  if (obus === undefined) return undefined
  const stored = obus.filter((obu) => obu !== undefined).filter(({ type }) => !notStored.has(type))
  const picture = stored.find(({ type }) => type === types.frame || type === types.frameHeader)
  if (picture === undefined) return undefined
  const data = Buffer.concat(stored.map(({ bytes }) => bytes))
  const header = stored.find(({ type }) => type === types.sequence)
  // Neither one that shows an existing frame nor of another type than the first.
  const isKey = ((picture.payload[0] ?? 0xff) & 0xe0) === 0
  if (!isKey || header === undefined) return { data, isKeyframe: false }
  const sequence = readAv1Sequence(header.payload)
  if (sequence === undefined) return undefined
  const configuration = Buffer.concat([configurationHead(sequence), header.bytes])
  return { data, isKeyframe: true, size: sequence.size, configuration }
}

function readObu(element: Buffer): Obu | undefined {
  const head = element[0]
  if (head === undefined) return undefined
  const headLength = (head & 0x04) !== 0 ? 2 : 1
  const length = (head & 0x02) !== 0 ? readLeb128(element, headLength) : undefined
  const start = length?.end ?? headLength
  const payload = element.subarray(start, length && start + length.value)
  const ownHead = Buffer.from(element.subarray(0, headLength))
  ownHead[0] = head | 0x02
  const bytes = Buffer.concat([ownHead, writeLeb128(payload.length), payload])
  return { type: (head >> 3) & 0x0f, payload, bytes }
}

/** The first four bytes of an `av1C` (AV1 Codec ISO Media File Format Binding, section 2.3.3). */
function configurationHead({ profile, level, tier, color }: Av1Sequence): Buffer {
  const flags = [
    tier === 1,
    color.isHighDepth,
    color.isTwelveBit,
    color.isMonochrome,
    color.subsamplingX,
    color.subsamplingY,
  ]
  const bits = flags.reduce((sum, flag) => sum * 2 + Number(flag), 0) * 4 + color.samplePosition
  return Buffer.of(0x81, (profile << 5) | level, bits, 0)
}
