import type { Resolution } from '../session/composition/resolution.ts'

/** Pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

export function pictureSizeOf(resolution: Resolution): PictureSize {
  const [width = 0, height = 0] = resolution.split('x').map(Number)
  return { width, height }
}
