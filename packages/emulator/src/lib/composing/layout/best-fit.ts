import type { PictureSize } from '../picture-size.ts'
import { tileOf } from './tile.ts'
import type { Tile } from './tile.ts'

/**
 * A grid in reading order. It has as many columns as the guide gives for that many streams (1, 2, 2, 2, 3 … 3, 4 …) and
 * no empty row; in an upright picture, which the guide leaves open, columns and rows change places.
 */
export function bestFit(ids: readonly string[], size: PictureSize): readonly Tile[] {
  const many = Math.ceil(Math.sqrt(ids.length))
  const few = Math.ceil(ids.length / many)
  const [columns, rows] = size.width < size.height ? [few, many] : [many, few]
  return ids.map((id, index) => {
    const share = {
      left: (index % columns) / columns,
      top: Math.floor(index / columns) / rows,
      width: 1 / columns,
      height: 1 / rows,
    }
    return tileOf(id, share, size)
  })
}
