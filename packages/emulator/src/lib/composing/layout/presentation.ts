import type { PictureSize } from '../picture-size.ts'
import type { Cast } from './cast.ts'
import { tileOf } from './tile.ts'
import type { Tile } from './tile.ts'

const edge = 0.2

/** One large stream at the right; small ones along the left edge, from the top. */
export function verticalPresentation({ star, others }: Cast, size: PictureSize): readonly Tile[] {
  const places = seats(size, { landscape: 5, portrait: 8, largest: { landscape: 7, portrait: 10 } })
  const focus = { left: edge, top: 0, width: 1 - edge, height: 1 }
  return [
    tileOf(star, focus, size),
    ...others.slice(0, places).map((id, index) => {
      const share = { left: 0, top: index / places, width: edge, height: 1 / places }
      return tileOf(id, share, size)
    }),
  ]
}

/** One large stream at the top; small ones along the bottom edge, from the left. */
export function horizontalPresentation({ star, others }: Cast, size: PictureSize): readonly Tile[] {
  const places = seats(size, { landscape: 5, portrait: 3, largest: { landscape: 7, portrait: 3 } })
  const focus = { left: 0, top: 0, width: 1, height: 1 - edge }
  return [
    tileOf(star, focus, size),
    ...others.slice(0, places).map((id, index) => {
      const share = { left: index / places, top: 1 - edge, width: 1 / places, height: edge }
      return tileOf(id, share, size)
    }),
  ]
}

interface Seats {
  readonly landscape: number
  readonly portrait: number
}

/** How many small streams there are, as the guide counts them; the largest pictures have more. */
function seats(
  { width, height }: PictureSize,
  counts: Seats & { readonly largest: Seats },
): number {
  const { landscape, portrait } = Math.max(width, height) >= 1920 ? counts.largest : counts
  return width < height ? portrait : landscape
}
