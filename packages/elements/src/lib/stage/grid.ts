/** The space for tiles, in CSS pixels. */
export interface Space {
  readonly width: number
  readonly height: number
  readonly gap: number
}

/** How tiles are laid out, in CSS pixels. */
export interface Grid {
  readonly columns: number
  readonly width: number
  readonly height: number
}

/** Faces fit between an upright picture and a wide one; beyond that a tile stops growing. */
const narrowest = 4 / 5
const widest = 16 / 9

/** The number of columns and the tile size that fill a space best with so many equal tiles. */
export function bestGrid(count: number, space: Space): Grid {
  let best: Grid = { columns: 1, width: 0, height: 0 }
  for (let columns = 1; columns <= count; columns += 1) {
    const grid = gridOf(columns, Math.ceil(count / columns), space)
    if (grid.width * grid.height > best.width * best.height) best = grid
  }
  return best
}

function gridOf(columns: number, rows: number, { width, height, gap }: Space): Grid {
  const cellWidth = Math.max(0, (width - gap * (columns - 1)) / columns)
  const cellHeight = Math.max(0, (height - gap * (rows - 1)) / rows)
  return {
    columns,
    width: Math.floor(Math.min(cellWidth, cellHeight * widest)),
    height: Math.floor(Math.min(cellHeight, cellWidth / narrowest)),
  }
}
