import type { PictureSize } from '../../picture-size.ts'
import type { SceneStream } from '../../timeline.ts'
import type { Picture } from '../lay-out.ts'
import { even } from '../tile.ts'
import type { Tile } from '../tile.ts'
import type { Rectangle } from './box.ts'
import { flow } from './flow.ts'
import type { Style } from './style.ts'
import { readStylesheet, styleOf } from './stylesheet.ts'

/** Places streams as a style sheet says; those that are wholly outside of the picture are left out. */
export function layOutByStylesheet(
  stylesheet: string,
  streams: readonly SceneStream[],
  picture: PictureSize,
): Picture {
  const sheet = readStylesheet(stylesheet)
  const classes = streams.map(({ layoutClasses }) => layoutClasses)
  const styles = streams.map((_, index) => styleOf(sheet, classes, index))
  const tiles = flow(styles, picture).flatMap((rectangle, index): Tile[] => {
    const [stream, style] = [streams[index], styles[index]]
    if (stream === undefined || style === undefined) return []
    const tile = { streamId: stream.id, ...look(style), ...round(rectangle, picture) }
    return isVisible(tile, picture) ? [tile] : []
  })
  return { tiles: tiles.toSorted((one, other) => one.z - other.z), ignored: sheet.ignored }
}

/** What has a position is in front of what has none. */
function look({ position = 'static', 'z-index': z = 0, 'object-fit': fit = 'contain' }: Style) {
  return { fit, z: position === 'static' ? 0 : z < 0 ? z : z + 1 }
}

/** Even pixels; no larger than four pictures, whatever a style sheet asks of the machine. */
function round({ x, y, width, height }: Rectangle, picture: PictureSize): Rectangle {
  const left = even(clamp(x, 4 * picture.width))
  const top = even(clamp(y, 4 * picture.height))
  return {
    x: left,
    y: top,
    width: Math.min(even(x + width) - left, 4 * picture.width),
    height: Math.min(even(y + height) - top, 4 * picture.height),
  }
}

function clamp(value: number, most: number): number {
  return Math.max(Math.min(value, most), -most)
}

function isVisible({ x, y, width, height }: Tile, picture: PictureSize): boolean {
  const isThere = width >= 2 && height >= 2
  return isThere && x < picture.width && y < picture.height && x + width > 0 && y + height > 0
}
