import type { Wants } from '../wants.ts'

/** One size of a picture that a publisher sends at this moment, the smallest first. */
export interface Layer {
  readonly width: number
  readonly height: number
  /** Frames per second, all temporal layers together. */
  readonly frameRate: number
}

export interface Choice {
  /** Its place among the layers. */
  readonly layer: number
  /** The highest temporal layer. */
  readonly temporalLayer: number
}

/**
 * The layer for a receiver: the smallest that is as large as it wants, but none above `ceiling`, which is
 * what its connection carries. `undefined` when nothing is sent.
 */
export function chooseLayer(
  layers: readonly Layer[],
  wants: Wants,
  ceiling: number,
): Choice | undefined {
  if (layers.length === 0) return undefined
  const fits = layers.findIndex(
    ({ width, height }) => width >= wants.width && height >= wants.height,
  )
  const hasPreference = wants.width > 0 || wants.height > 0
  const preferred = hasPreference && fits >= 0 ? fits : layers.length - 1
  const layer = Math.max(0, Math.min(preferred, ceiling))
  return { layer, temporalLayer: temporalLayerFor(layers[layer]?.frameRate ?? 0, wants.frameRate) }
}

/** Every temporal layer that is left out halves the frame rate; there are three at most. */
function temporalLayerFor(sent: number, wanted: number): number {
  if (wanted <= 0 || sent <= 0) return Infinity
  // What was measured is never exactly what was meant.
  const enough = wanted * 0.9
  if (sent / 4 >= enough) return 0
  return sent / 2 >= enough ? 1 : Infinity
}
