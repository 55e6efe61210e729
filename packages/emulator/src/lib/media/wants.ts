/** What a subscriber wants of a stream; all of it changes while it watches. */
export interface Wants {
  readonly audio: boolean
  readonly video: boolean
  /** Pixels; 0 for no preference. */
  readonly width: number
  readonly height: number
  /** Frames per second; 0 for no preference. */
  readonly frameRate: number
  /** Whether a picture a second is enough. */
  readonly restrictsFrameRate: boolean
}

/** Everything, as large as it is. */
export const wantsEverything: Wants = {
  audio: true,
  video: true,
  width: 0,
  height: 0,
  frameRate: 0,
  restrictsFrameRate: false,
}
