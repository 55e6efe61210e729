import { type H264Sequence, readH264Sps } from './h264-sps.ts'
import type { VideoFrame } from './video-frame.ts'

const unitTypes = { idr: 5, sps: 7, pps: 8, delimiter: 9 }
const aggregation = 24
const fragment = 28

/**
 * A {@link ReadVideoFrame} for H.264 in packetization mode 0 or 1 (RFC 6184): NAL units, each after its length in 32 bits.
 * A keyframe is one that brings its parameter sets along, and they stay in it, since the next one may have others.
 */
export function readH264Frame(payloads: readonly Buffer[]): VideoFrame | undefined {
  const units = readUnits(payloads)?.filter((unit) => typeOf(unit) !== unitTypes.delimiter)
  const firstSlice = units?.find((unit) => typeOf(unit) >= 1 && typeOf(unit) <= unitTypes.idr)
  // The first bit of a slice says that it begins at the first macroblock.
  if (units === undefined || ((firstSlice?.[1] ?? 0) & 0x80) === 0) return undefined
  const data = Buffer.concat(units.flatMap((unit) => [lengthOf(unit), unit]))
  const sps = units.find((unit) => typeOf(unit) === unitTypes.sps)
  const pps = units.filter((unit) => typeOf(unit) === unitTypes.pps)
  const hasIdr = units.some((unit) => typeOf(unit) === unitTypes.idr)
  if (!hasIdr || sps === undefined || pps.length === 0) return { data, isKeyframe: false }
  const sequence = readH264Sps(sps)
  if (sequence === undefined) return undefined
  const configuration = h264Configuration({ sps, pps, sequence })
  return { data, isKeyframe: true, size: sequence.size, configuration }
}

function readUnits(payloads: readonly Buffer[]): readonly Buffer[] | undefined {
  const units: Buffer[] = []
  let open: Buffer[] | undefined
  for (const payload of payloads) {
    const type = typeOf(payload)
    if (type !== fragment && open !== undefined) return undefined
    if (type >= 1 && type < aggregation) units.push(payload)
    else if (type === aggregation) units.push(...aggregated(payload))
    else if (type === fragment) {
      const head = payload[1] ?? 0
      if ((head & 0x80) !== 0) open = [Buffer.of(((payload[0] ?? 0) & 0xe0) | (head & 0x1f))]
      if (open === undefined) return undefined
      open.push(payload.subarray(2))
      if ((head & 0x40) === 0) continue
      units.push(Buffer.concat(open))
      open = undefined
    } else return undefined
  }
  return open === undefined ? units : undefined
}

function aggregated(payload: Buffer): readonly Buffer[] {
  const units: Buffer[] = []
  for (let at = 1; at + 2 < payload.length;) {
    const end = at + 2 + payload.readUInt16BE(at)
    units.push(payload.subarray(at + 2, end))
    at = end
  }
  return units
}

function typeOf(unit: Buffer): number {
  return (unit[0] ?? 0) & 0x1f
}

function lengthOf(unit: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(unit.length)
  return length
}

interface ParameterSets {
  readonly sps: Buffer
  readonly pps: readonly Buffer[]
  readonly sequence: H264Sequence
}

/** The `avcC` of ISO/IEC 14496-15, section 5.3.3.1. */
function h264Configuration({ sps, pps, sequence }: ParameterSets): Buffer {
  const { format } = sequence
  const highProfile = format && [
    0xfc | format.chroma,
    0xf8 | (format.lumaDepth - 8),
    0xf8 | (format.chromaDepth - 8),
    0,
  ]
  return Buffer.concat([
    Buffer.of(1, ...sps.subarray(1, 4), 0xff, 0xe1),
    lengthOf(sps).subarray(2),
    sps,
    Buffer.of(pps.length),
    ...pps.flatMap((unit) => [lengthOf(unit).subarray(2), unit]),
    Buffer.from(highProfile ?? []),
  ])
}
