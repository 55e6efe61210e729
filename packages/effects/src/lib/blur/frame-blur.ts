import { createComposer } from './composer.ts'
import type { Model } from './model.ts'
import { createOutline } from './outline.ts'

/** Makes a blurred frame of the next frame of one camera, which stays open. */
export type FrameBlur = (plain: VideoFrame) => VideoFrame

/** Follows the outline of whoever sits before the camera. */
export function createFrameBlur(model: Model): FrameBlur {
  const composer = createComposer()
  const outline = createOutline()
  return (plain) => {
    const picture = composer.compose(plain, outline.follow(model.find(plain)))
    return new VideoFrame(picture, { timestamp: plain.timestamp })
  }
}
