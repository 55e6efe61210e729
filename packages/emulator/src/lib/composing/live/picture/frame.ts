import type { PictureSize } from '../../picture-size.ts'

/** A picture as encoders have it: brightness, then both colours at half the size (yuv420p). */
export interface Frame extends PictureSize {
  readonly data: Buffer
}

/** Pixels, all of them even. */
export interface Area extends PictureSize {
  readonly x: number
  readonly y: number
}

export function bytesOf({ width, height }: PictureSize): number {
  return (width * height * 3) / 2
}

/** Black, in the range of television. */
export function fillBlack({ data, width, height }: Frame): void {
  data.fill(16, 0, width * height)
  data.fill(128, width * height)
}

interface Plane {
  readonly data: Buffer
  readonly stride: number
  readonly offset: number
  /** How many times finer pixels are than those of the plane. */
  readonly step: 1 | 2
}

export function planesOf({ data, width, height }: Frame): readonly Plane[] {
  const size = width * height
  return [
    { data, stride: width, offset: 0, step: 1 },
    { data, stride: width / 2, offset: size, step: 2 },
    { data, stride: width / 2, offset: size + size / 4, step: 2 },
  ]
}
