import { loudness } from './loudness.ts'

/** Part of the shown loudness that is left one frame later. */
const decay = 0.88

/** Shows loudness without rendering: levels come up to 60 times a second from everybody. */
export interface LevelPainter {
  put(streamId: string, level: number): void
}

/** Writes `--ot-level` (0 to 1) to the elements of streams, in one animation frame for all of them. */
export function createLevelPainter(
  elementOf: (streamId: string) => HTMLElement | undefined,
): LevelPainter {
  const shown = new Map<string, number>()
  let painting = false

  function paint(): void {
    for (const [streamId, value] of shown) {
      const quiet = value < 0.02
      elementOf(streamId)?.style.setProperty('--ot-level', quiet ? '0' : value.toFixed(2))
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
