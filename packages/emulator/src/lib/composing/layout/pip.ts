import type { PictureSize } from '../picture-size.ts'
import type { Cast } from './cast.ts'
import { tileOf } from './tile.ts'
import type { Share, Tile } from './tile.ts'

const whole: Share = { left: 0, top: 0, width: 1, height: 1 }
// As in the guide's style sheet for this layout.
const corner: Share = { left: 0.7, top: 0.1, width: 0.2, height: 0.2 }

/** One stream everywhere and one in the corner in front of it; others are not seen. */
export function pip({ star, others }: Cast, size: PictureSize): readonly Tile[] {
  return [
    tileOf(star, whole, size),
    ...others.slice(0, 1).map((id) => ({ ...tileOf(id, corner, size), z: 1 })),
  ]
}
