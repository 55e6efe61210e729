import type { PictureSize } from '../../picture-size.ts'
import { marginsOf, pixels, sizeOf } from './box.ts'
import type { Edges, Rectangle } from './box.ts'
import { placeFloat, widthAt } from './floats.ts'
import type { Float } from './floats.ts'
import type { Style } from './style.ts'

/** Where the next stream may go. */
interface Flow {
  readonly picture: PictureSize
  readonly floats: readonly Float[]
  /** The top of the current line. */
  readonly top: number
  /** What is taken of that line. */
  readonly line: { readonly width: number; readonly height: number }
}

const emptyLine = { width: 0, height: 0 }

/** Where streams with these styles are, one after the other in a container of that size. */
export function flow(styles: readonly Style[], picture: PictureSize): readonly Rectangle[] {
  let state: Flow = { picture, floats: [], top: 0, line: emptyLine }
  return styles.map((style) => {
    const margins = marginsOf(style, picture)
    const size = sizeOf(style, picture)
    if (style.position === 'absolute') return placeAbsolute(style, { size, margins, picture })
    const outer = {
      width: size.width + margins.left + margins.right,
      height: size.height + margins.top + margins.bottom,
    }
    const [next, at] = place(state, style, outer)
    state = next
    const shift = style.position === 'relative' ? shiftOf(style, picture) : { x: 0, y: 0 }
    return { x: at.x + margins.left + shift.x, y: at.y + margins.top + shift.y, ...size }
  })
}

interface Placing {
  readonly size: PictureSize
  readonly margins: Edges
  readonly picture: PictureSize
}

/** Without offsets it goes to the corner of the picture, wherever the flow is. */
function placeAbsolute(style: Style, { size, margins, picture }: Placing): Rectangle {
  const left = pixels(style.left, picture.width)
  const right = pixels(style.right, picture.width)
  const top = pixels(style.top, picture.height)
  const bottom = pixels(style.bottom, picture.height)
  const fromRight = picture.width - (right ?? 0) - size.width - margins.right
  const fromBottom = picture.height - (bottom ?? 0) - size.height - margins.bottom
  return {
    x: left === undefined && right !== undefined ? fromRight : (left ?? 0) + margins.left,
    y: top === undefined && bottom !== undefined ? fromBottom : (top ?? 0) + margins.top,
    ...size,
  }
}

function shiftOf(style: Style, { width, height }: PictureSize) {
  return {
    x: pixels(style.left, width) ?? -(pixels(style.right, width) ?? 0),
    y: pixels(style.top, height) ?? -(pixels(style.bottom, height) ?? 0),
  }
}

type Placed = readonly [Flow, { readonly x: number; readonly y: number }]

function place(state: Flow, style: Style, outer: PictureSize): Placed {
  const { float = 'none', display = 'block', clear = 'none' } = style
  const cleared = state.floats
    .filter(({ side }) => clear === 'both' || clear === side)
    .map(({ y, height }) => y + height)
  const lowest = Math.max(state.top, ...cleared)
  if (float !== 'none') {
    const placed = placeFloat(state.floats, {
      side: float,
      ...outer,
      from: lowest,
      room: state.picture.width,
    })
    return [{ ...state, floats: [...state.floats, placed] }, placed]
  }
  return display === 'block' ? placeBlock(state, outer, lowest) : placeInline(state, outer, lowest)
}

function placeBlock(state: Flow, outer: PictureSize, lowest: number): Placed {
  const y = Math.max(state.top + state.line.height, lowest)
  return [
    { ...state, top: y + outer.height, line: emptyLine },
    { x: 0, y },
  ]
}

function placeInline(state: Flow, outer: PictureSize, lowest: number): Placed {
  const line = lowest > state.top ? emptyLine : state.line
  const room = widthAt(state.floats, { y: lowest, height: outer.height, room: state.picture.width })
  if (line.width > 0 && line.width + outer.width > room.right - room.left) {
    const below = { ...state, top: lowest + line.height, line: emptyLine }
    return placeInline(below, outer, below.top)
  }
  const height = Math.max(line.height, outer.height)
  return [
    { ...state, top: lowest, line: { width: line.width + outer.width, height } },
    { x: room.left + line.width, y: lowest },
  ]
}
