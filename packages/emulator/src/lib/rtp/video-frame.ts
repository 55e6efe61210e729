/** One picture, as a decoder and a file take it. */
export interface VideoFrame {
  readonly data: Buffer
  readonly isKeyframe: boolean
  /** In pixels; of keyframes, as far as it can be read. */
  readonly size?: PictureSize
  /** What a container says once about the track (avcC, av1C); of keyframes, for codecs that have it. */
  readonly configuration?: Buffer
}

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/**
 * Puts a picture together from the payloads of all its packets, in order and with no hole;
 * `undefined` when they do not begin with the picture's beginning or contradict each other.
 */
export type ReadVideoFrame = (payloads: readonly Buffer[]) => VideoFrame | undefined
