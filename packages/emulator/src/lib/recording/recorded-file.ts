import type { PictureSize } from '../rtp/video-frame.ts'

/** A recording that is complete. */
export interface RecordedFile {
  readonly path: string
  /** Milliseconds since the epoch of the file's time 0. */
  readonly startedAt: number
  /** The file's time of its first sound or picture, in milliseconds; 0 when it has neither. */
  readonly firstMs: number
  /** The file's time of its end, in milliseconds. */
  readonly durationMs: number
  /** In bytes. */
  readonly size: number
  readonly hasAudio: boolean
  readonly hasVideo: boolean
  /** The largest picture in it. */
  readonly pictureSize?: PictureSize
}
