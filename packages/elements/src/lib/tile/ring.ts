/** Shows how loud somebody is by a ring around their tile. */
export interface Ring {
  /** From 0, where there is none, to 1. */
  level: number
}

/** CSS pixels. */
const thickness = 3

/**
 * A ring that is drawn. Levels come in every frame from everybody, and whatever changes a style has the browser look at the
 * styles of the tile again; a canvas is only painted.
 */
export function createRing(canvasOf: () => HTMLCanvasElement | null): Ring {
  let shown = 0
  let look = { color: '', radius: 0 }

  return {
    get level() {
      return shown
    },
    set level(level) {
      const canvas = canvasOf()
      const context = canvas?.getContext('2d')
      const wasQuiet = shown === 0
      shown = level
      if (!canvas || !context || (wasQuiet && level === 0)) return
      // The theme may have changed since somebody spoke last.
      if (wasQuiet) look = lookOf(canvas)
      draw(context, look, level)
    },
  }
}

function lookOf(canvas: HTMLCanvasElement): { color: string; radius: number } {
  const { color, borderTopLeftRadius } = getComputedStyle(canvas)
  return { color, radius: Number.parseFloat(borderTopLeftRadius) || 0 }
}

function draw(
  context: CanvasRenderingContext2D,
  { color, radius }: { readonly color: string; readonly radius: number },
  level: number,
): void {
  const { canvas } = context
  const { clientWidth: width, clientHeight: height } = canvas
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  context.clearRect(0, 0, width, height)
  if (level === 0) return
  const inset = thickness / 2
  context.globalAlpha = Math.min(1, level * 2.5)
  context.strokeStyle = color
  context.lineWidth = thickness
  context.beginPath()
  const rounded = Math.max(0, radius - inset)
  context.roundRect(inset, inset, width - thickness, height - thickness, rounded)
  context.stroke()
}
