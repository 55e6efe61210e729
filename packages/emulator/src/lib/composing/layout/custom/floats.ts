import type { Rectangle } from './box.ts'

/** A stream at one side that others go around, with its margins. */
export interface Float extends Rectangle {
  readonly side: 'left' | 'right'
}

interface Wanted {
  readonly side: 'left' | 'right'
  readonly width: number
  readonly height: number
  /** The highest it may be. */
  readonly from: number
  /** How wide the container is. */
  readonly room: number
}

// Three times 33.33 % are not more than the whole, whatever the sum of the fractions is.
const tolerance = 0.01

/** Where the next float goes: as high as it fits, but no higher than those before it. */
export function placeFloat(
  floats: readonly Float[],
  { side, width, height, from, room }: Wanted,
): Float {
  const highest = Math.max(from, ...floats.map(({ y }) => y))
  const bottoms = floats.map((float) => float.y + float.height).filter((y) => y > highest)
  const tops = [highest, ...bottoms].toSorted((one, other) => one - other)
  const fits = (y: number) => {
    const { left, right } = widthAt(floats, { y, height, room })
    return width <= right - left + tolerance
  }
  // Below everything there is nothing to get out of the way of.
  const y = tops.find(fits) ?? Math.max(...tops)
  const { left, right } = widthAt(floats, { y, height, room })
  return { side, x: side === 'left' ? left : right - width, y, width, height }
}

interface Strip {
  readonly y: number
  readonly height: number
  readonly room: number
}

/** What floats leave of the container's width between two heights. */
export function widthAt(floats: readonly Float[], { y, height, room }: Strip) {
  const beside = floats.filter((float) => {
    return float.y + float.height > y + tolerance && float.y < y + height - tolerance
  })
  const ends = beside.filter(({ side }) => side === 'left').map((float) => float.x + float.width)
  const starts = beside.filter(({ side }) => side === 'right').map(({ x }) => x)
  return { left: Math.max(0, ...ends), right: Math.min(room, ...starts) }
}
