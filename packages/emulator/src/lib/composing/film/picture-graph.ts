import type { Tile } from '../layout/tile.ts'
import type { PictureSize } from '../picture-size.ts'
import type { Clip } from './clip.ts'
import { frameRate } from './shot.ts'

/** A clip and where it is seen. */
export interface Projection {
  readonly tile: Tile
  readonly clip: Clip
}

/**
 * A filter graph for FFmpeg that shows its inputs, one for each projection, on black; its output is `[picture]`. Nothing
 * in it depends on the size of the inputs, so that they may change it on the way.
 */
export function pictureGraph(projections: readonly Projection[], size: PictureSize): string {
  const steps = projections.map((projection, index) => project(projection, index))
  const last = `[stage${projections.length}]null[picture]`
  return [`${black(size)}[stage0]`, ...steps, last].join(';')
}

function project({ tile, clip }: Projection, index: number): string {
  const { x, y, width, height, fit } = tile
  const aspect = `force_original_aspect_ratio=${fit === 'cover' ? 'increase' : 'decrease'}`
  const scaled = `[${index}:v:0]scale=${width}:${height}:${aspect}:force_divisible_by=2:eval=frame,setsar=1`
  const centre = `x='${x}+(${width}-overlay_w)/2':y='${y}+(${height}-overlay_h)/2'`
  const onStage = `[stage${index}][tile${index}]overlay=eof_action=repeat:enable='lt(t,${clip.end.toFixed(3)})'`
  const next = `[stage${index + 1}]`
  if (fit === 'contain') return `${scaled}[tile${index}];${onStage}:${centre}${next}`
  // What does not fit is cut off by a stage of its own.
  const cut = `${black(tile)}[cut${index}];[cut${index}][whole${index}]overlay`
  const middle = `x='(${width}-overlay_w)/2':y='(${height}-overlay_h)/2'`
  return `${scaled}[whole${index}];${cut}=${middle}[tile${index}];${onStage}:x=${x}:y=${y}${next}`
}

function black({ width, height }: PictureSize): string {
  return `color=black:s=${width}x${height}:r=${frameRate}`
}
