import { loudness } from './loudness.ts'

/** Part of the shown loudness that is left one frame later. */
const decay = 0.88

/** Shows loudness without rendering: levels come up to 60 times a second from everybody. */
export interface LevelPainter {
  put(streamId: string, level: number): void
}

/** What can show how loud somebody is. */
export interface Levelled {
  /** 0 to 1. */
  level: number
}

/** Sets the levels of the tiles of streams, in one animation frame for all of them. */
export function createLevelPainter(
  tileOf: (streamId: string) => Levelled | undefined,
): LevelPainter {
  const shown = new Map<string, number>()
  let painting = false

  function paint(): void {
    for (const [streamId, value] of shown) {
      const quiet = value < 0.02
      const tile = tileOf(streamId)
      if (tile) tile.level = quiet ? 0 : value
      if (quiet) shown.delete(streamId)
      else shown.set(streamId, value * decay)
    }
    painting = shown.size > 0
    if (painting) requestAnimationFrame(paint)
  }

  return {
    put(streamId, level) {
      const value = loudness(level)
      if (value <= (shown.get(streamId) ?? 0)) return
      shown.set(streamId, value)
      if (painting) return
      painting = true
      requestAnimationFrame(paint)
    },
  }
}
