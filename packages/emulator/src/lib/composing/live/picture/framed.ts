import { planesOf } from './frame.ts'
import type { Area, Frame } from './frame.ts'

/**
 * What FFmpeg puts around a picture to fill its box. Hardly any camera has it, so that one can see how large the picture
 * in the box is, which nothing else tells when it changes on the way.
 */
export const frameColour = '0x00FF00'

// The same in brightness and colours; versions of FFmpeg may round differently.
const colour = [145, 54, 34] as const
const tolerance = 2

/** Where in its box the picture is. */
export function contentOf(frame: Frame): Area {
  const { width, height } = frame
  const isFrame = frameTest(frame)
  const wide = (x: number) => isFrame(x, height / 2)
  const high = (y: number) => isFrame(width / 2, y)
  const [left, right] = trim(width, wide)
  const [top, bottom] = trim(height, high)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The ends of what is between, in twos; everything when there is nothing between. */
function trim(length: number, isFrame: (at: number) => boolean): readonly [number, number] {
  let [start, end] = [0, length]
  while (start < length && isFrame(start)) start += 2
  if (start >= length) return [0, length]
  while (isFrame(end - 2)) end -= 2
  return [start, end]
}

function frameTest(frame: Frame): (x: number, y: number) => boolean {
  const planes = planesOf(frame)
  return (x, y) =>
    planes.every(({ data, stride, offset, step }, index) => {
      const value = data[offset + Math.floor(y / step) * stride + Math.floor(x / step)] ?? 0
      return Math.abs(value - (colour[index] ?? 0)) <= tolerance
    })
}
