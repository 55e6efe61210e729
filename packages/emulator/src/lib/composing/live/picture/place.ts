import type { Tile } from '../../layout/tile.ts'
import { even } from '../../layout/tile.ts'
import type { Area } from './frame.ts'

/** What part of a picture goes where. */
export interface Placement {
  readonly from: Area
  readonly to: Area
}

/** Fits a picture, or the middle of it, into its tile. */
export function place(content: Area, tile: Tile): Placement {
  const across = tile.width / content.width
  const down = tile.height / content.height
  if (tile.fit === 'cover') {
    const scale = Math.max(across, down)
    return { from: middle(content, tile.width / scale, tile.height / scale), to: tile }
  }
  const scale = Math.min(across, down)
  return { from: content, to: middle(tile, content.width * scale, content.height * scale) }
}

function middle(area: Area, wantedWidth: number, wantedHeight: number): Area {
  const width = Math.max(Math.min(even(wantedWidth), area.width), 2)
  const height = Math.max(Math.min(even(wantedHeight), area.height), 2)
  const x = area.x + even((area.width - width) / 2)
  return { x, y: area.y + even((area.height - height) / 2), width, height }
}
