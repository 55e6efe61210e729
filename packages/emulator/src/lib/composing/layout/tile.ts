import type { PictureSize } from '../picture-size.ts'

/** Where a stream is in a picture: whole even pixels, as pictures with half the colour need. */
export interface Tile {
  readonly streamId: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** `contain` leaves black beside the stream, `cover` cuts off what does not fit. */
  readonly fit: 'contain' | 'cover'
  /** Higher is in front. */
  readonly z: number
}

/** A part of a picture; 1 is its whole width or height. */
export interface Share {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The tile of a stream that fills that part of a picture; shares that touch make tiles that touch. */
export function tileOf(streamId: string, share: Share, { width, height }: PictureSize): Tile {
  const x = even(share.left * width)
  const y = even(share.top * height)
  return {
    streamId,
    x,
    y,
    width: even((share.left + share.width) * width) - x,
    height: even((share.top + share.height) * height) - y,
    fit: 'contain',
    z: 0,
  }
}

/** The nearest even number. */
export function even(pixels: number): number {
  return Math.round(pixels / 2) * 2
}
