import type { Arrangement } from './arrange.ts'
import { bestGrid, type Space } from './grid.ts'
import type { Tile } from './tiles.ts'

/** Where a tile is, in CSS pixels from where a line of text begins and from the top. */
export interface Place {
  readonly start: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The place of each tile, by its key. */
export function placesOf(arrangement: Arrangement, space: Space): ReadonlyMap<string, Place> {
  const { featured, others, floating } = arrangement
  const whole: Place = { start: 0, top: 0, width: space.width, height: space.height }
  const [large, small] = split(arrangement, whole, space.gap)
  return new Map([
    ...inGrid(featured, large, space.gap),
    ...inGrid(others, small, space.gap),
    ...(floating ? [[floating.key, corner(space)] as const] : []),
  ])
}

function split(
  { featured, others, side }: Arrangement,
  whole: Place,
  gap: number,
): readonly [large: Place, small: Place] {
  if (featured.length === 0 || others.length === 0) return [whole, whole]
  const { width, height } = whole
  if (side === 'end' && width > height) {
    const strip = between(width * 0.22, 120, 280)
    const large = { ...whole, width: width - strip - gap }
    return [large, { ...whole, start: large.width + gap, width: strip }]
  }
  const strip = between(height * 0.24, 64, 180)
  const large = { ...whole, height: height - strip - gap }
  return [large, { ...whole, top: large.height + gap, height: strip }]
}

/** Tiles of equal size, row by row, each row in the middle. */
function inGrid(
  tiles: readonly Tile[],
  area: Place,
  gap: number,
): readonly (readonly [string, Place])[] {
  const [only] = tiles
  // A shared screen has a shape of its own and takes what there is.
  if (only?.stream?.kind === 'screen' && tiles.length === 1) return [[only.key, area]]
  const { columns, width, height } = bestGrid(tiles.length, { ...area, gap })
  const rows = Math.ceil(tiles.length / columns)
  const top = area.top + (area.height - rows * (height + gap) + gap) / 2
  return tiles.map(({ key }, index) => {
    const row = Math.floor(index / columns)
    const inRow = Math.min(columns, tiles.length - row * columns)
    const start = area.start + (area.width - inRow * (width + gap) + gap) / 2
    const place: Place = {
      start: Math.round(start + (index % columns) * (width + gap)),
      top: Math.round(top + row * (height + gap)),
      width,
      height,
    }
    return [key, place]
  })
}

/** Small, in the corner where the eye comes last. */
function corner({ width, height, gap }: Space): Place {
  const upright = height > width
  const own = between(width * 0.2, 96, 240)
  const tall = Math.round(upright ? own * 1.25 : own * 0.625)
  return { start: width - own - gap, top: height - tall - gap, width: own, height: tall }
}

function between(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)))
}
