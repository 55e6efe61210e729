import type { VideoFrame } from './video-frame.ts'
import { readVp9Descriptor } from './vp9-descriptor.ts'
import { vp9KeyframeSize } from './vp9-header.ts'

// What the index of a superframe has room for.
const mostLayers = 8

/** A {@link ReadVideoFrame} for VP9 (RFC 9628); all spatial layers of a picture become one superframe. */
export function readVp9Frame(payloads: readonly Buffer[]): VideoFrame | undefined {
  const layers = readLayers(payloads)
  const [base] = layers ?? []
  if (layers === undefined || base === undefined || layers.length > mostLayers) return undefined
  const baseSize = vp9KeyframeSize(base)
  const data = layers.length === 1 ? base : superframe(layers)
  if (baseSize === undefined) return { data, isKeyframe: false }
  return { data, isKeyframe: true, size: vp9KeyframeSize(layers.at(-1) ?? base) ?? baseSize }
}

function readLayers(payloads: readonly Buffer[]): readonly Buffer[] | undefined {
  const layers: Buffer[][] = []
  for (const payload of payloads) {
    const descriptor = readVp9Descriptor(payload)
    if (descriptor === undefined) return undefined
    if (layers.length === 0 && descriptor.spatialLayer !== 0) return undefined
    if (descriptor.startsLayer) layers.push([])
    const layer = layers.at(-1)
    if (layer === undefined) return undefined
    layer.push(payload.subarray(descriptor.length))
  }
  return layers.map((parts) => Buffer.concat(parts))
}

/** Frames with the index that tells a decoder their lengths (VP9 bitstream specification, annex B). */
function superframe(frames: readonly Buffer[]): Buffer {
  const bytesPerSize = 4
  const marker = 0xc0 | ((bytesPerSize - 1) << 3) | (frames.length - 1)
  const index = Buffer.alloc(frames.length * bytesPerSize + 2, marker)
  frames.forEach((frame, at) => index.writeUInt32LE(frame.length, 1 + at * bytesPerSize))
  return Buffer.concat([...frames, index])
}
