import { headroom } from './sound-graph.ts'

/** How good the picture of a film is; at most one of the two. */
export interface PictureQuality {
  /** Bits per second. */
  readonly maxBitrate?: number
  /** H.264's quantizer; more is worse. */
  readonly quantizationParameter?: number
}

/** H.264 High, whose parts can be joined without being encoded again. */
export function pictureEncoding(quality: PictureQuality): readonly string[] {
  const common = ['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-threads', '2']
  const joinable = ['-pix_fmt', 'yuv420p', '-g', '50', '-video_track_timescale', '12800']
  return [...common, ...joinable, ...rateControl(quality)]
}

function rateControl({ maxBitrate, quantizationParameter }: PictureQuality): readonly string[] {
  if (quantizationParameter !== undefined) return ['-qp', String(quantizationParameter)]
  if (maxBitrate === undefined) return ['-crf', '23']
  return ['-crf', '23', '-maxrate', String(maxBitrate), '-bufsize', String(maxBitrate)]
}

/** AAC-LC of what was mixed with headroom; the limiter only works where voices together are too loud. */
export function soundEncoding(): readonly string[] {
  const loudness = `volume=${headroom}dB,alimiter=limit=0.97:level=0`
  return ['-af', loudness, '-c:a', 'aac', '-b:a', '128k', '-ar', '48000', '-ac', '2']
}
