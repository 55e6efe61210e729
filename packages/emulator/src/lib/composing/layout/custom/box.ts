import type { PictureSize } from '../../picture-size.ts'
import type { Length, Style } from './style.ts'

/** Pixels, not rounded. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Edges {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** A length in pixels. */
export function pixels(length: Length | undefined, whole: number): number | undefined {
  if (length === undefined) return undefined
  return length.unit === '%' ? (length.value / 100) * whole : length.value
}

/** Percentages of margins are of the width, also above and below. */
export function marginsOf(style: Style, { width }: PictureSize): Edges {
  return {
    top: pixels(style['margin-top'], width) ?? 0,
    right: pixels(style['margin-right'], width) ?? 0,
    bottom: pixels(style['margin-bottom'], width) ?? 0,
    left: pixels(style['margin-left'], width) ?? 0,
  }
}

/** How large a stream is: without a size as large as the picture, with half a size in its proportions. */
export function sizeOf(style: Style, picture: PictureSize): PictureSize {
  const ratio = picture.width / picture.height
  const width = pixels(style.width, picture.width) ?? between(style, 'left', 'right', picture.width)
  const height =
    pixels(style.height, picture.height) ?? between(style, 'top', 'bottom', picture.height)
  return {
    width: limit(width ?? (height ?? picture.height) * ratio, {
      least: pixels(style['min-width'], picture.width),
      most: pixels(style['max-width'], picture.width),
    }),
    height: limit(height ?? (width ?? picture.width) / ratio, {
      least: pixels(style['min-height'], picture.height),
      most: pixels(style['max-height'], picture.height),
    }),
  }
}

function between(
  style: Style,
  start: 'left' | 'top',
  end: 'right' | 'bottom',
  whole: number,
): number | undefined {
  if (style.position !== 'absolute') return undefined
  const from = pixels(style[start], whole)
  const to = pixels(style[end], whole)
  return from === undefined || to === undefined ? undefined : Math.max(whole - from - to, 0)
}

interface Limits {
  readonly least: number | undefined
  readonly most: number | undefined
}

function limit(value: number, { least = 0, most = Infinity }: Limits): number {
  return Math.max(Math.min(value, most), least)
}
