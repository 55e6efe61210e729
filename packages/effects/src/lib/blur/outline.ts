import type { Confidence } from './model.ts'

/** How sure the model has to be that a pixel is the person: nothing of it is shown below, all of it above. */
const certainty = { none: 0.35, all: 0.75 }

/** How much of an outline is that of the frame before, so that it does not flicker. */
const memory = 0.35

/** The outline of a person as the alpha of an image, followed from frame to frame. */
export interface Outline {
  follow(confidence: Confidence): ImageData
}

/** Begins with nobody there. */
export function createOutline(): Outline {
  let image = new ImageData(1, 1)
  return {
    follow({ width, height, values }) {
      if (image.width !== width || image.height !== height) image = new ImageData(width, height)
      draw(values, image.data)
      return image
    },
  }
}

/** `pixels` is RGBA and holds the outline of the frame before. */
export function draw(confidence: ArrayLike<number>, pixels: Uint8ClampedArray): void {
  for (let pixel = 0; pixel < confidence.length; pixel += 1) {
    const now = 255 * between(confidence[pixel] ?? 0)
    const alpha = pixel * 4 + 3
    pixels[alpha] = now + ((pixels[alpha] ?? 0) - now) * memory
  }
}

function between(sure: number): number {
  const { none, all } = certainty
  return Math.min(1, Math.max(0, (sure - none) / (all - none)))
}
