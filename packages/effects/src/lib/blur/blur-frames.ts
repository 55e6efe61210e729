import { createComposer } from './composer.ts'
import type { Model } from './model.ts'
import { createOutline } from './outline.ts'

/** Makes a blurred frame of each frame of one camera, and closes the plain one whatever happens. */
export function createFrameBlur(model: Model): (plain: VideoFrame) => VideoFrame {
  const composer = createComposer()
  const outline = createOutline()
  return (plain) => {
    try {
      const picture = composer.compose(plain, outline.follow(model.find(plain)))
      return new VideoFrame(picture, { timestamp: plain.timestamp })
    } finally {
      plain.close()
    }
  }
}
