import type { VideoFrame } from './video-frame.ts'
import { readVp8Descriptor } from './vp8-descriptor.ts'

/** A {@link ReadVideoFrame} for VP8 (RFC 7741). */
export function readVp8Frame(payloads: readonly Buffer[]): VideoFrame | undefined {
  const descriptors = payloads.map(readVp8Descriptor)
  const [first] = descriptors
  if (!first?.startsFrame) return undefined
  const parts: Buffer[] = []
  for (const [index, payload] of payloads.entries()) {
    const descriptor = descriptors[index]
    if (descriptor === undefined || (index > 0 && descriptor.startsFrame)) return undefined
    parts.push(payload.subarray(descriptor.length))
  }
  const data = Buffer.concat(parts)
  return { data, isKeyframe: first.size !== undefined, ...(first.size && { size: first.size }) }
}
