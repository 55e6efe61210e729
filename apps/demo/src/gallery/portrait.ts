/** A person on video, drawn: some colours for each, a head and shoulders that move a little. */
export function portrait(seed: number): HTMLVideoElement {
  const hue = (seed * 67 + 210) % 360
  return moving((context, { width, height, beat }) => {
    const wall = context.createLinearGradient(0, 0, width, height)
    wall.addColorStop(0, `oklch(0.78 0.07 ${hue})`)
    wall.addColorStop(1, `oklch(0.5 0.09 ${hue + 40})`)
    context.fillStyle = wall
    context.fillRect(0, 0, width, height)
    const [x, y] = [width / 2 + Math.sin(beat + seed) * 6, height * 0.42]
    context.fillStyle = `oklch(0.36 0.1 ${hue + 160})`
    ellipse(context, [x, height * 1.06, width * 0.24, height * 0.44])
    context.fillStyle = `oklch(${0.62 + (seed % 4) * 0.07} 0.06 55)`
    ellipse(context, [x, y, height * 0.17, height * 0.21])
    context.fillStyle = `oklch(0.3 0.04 ${hue + 90})`
    context.beginPath()
    context.ellipse(x, y - height * 0.07, height * 0.18, height * 0.16, 0, Math.PI, 0)
    context.fill()
  })
}

/** A shared screen, drawn: a slide with a headline and bars. */
export function slide(): HTMLVideoElement {
  return moving((context, { width, height }) => {
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, width, height)
    context.fillStyle = '#1b2a5c'
    context.font = `700 ${height * 0.09}px system-ui`
    context.fillText('Quarterly review', width * 0.08, height * 0.18)
    const bars = [0.3, 0.42, 0.38, 0.55, 0.62, 0.74]
    for (const [index, bar] of bars.entries()) {
      context.fillStyle = index === 5 ? '#3056d3' : '#b9c6f3'
      const tall = height * 0.7 * bar
      context.fillRect(width * (0.09 + index * 0.14), height * 0.92 - tall, width * 0.1, tall)
    }
  })
}

interface Picture {
  readonly width: number
  readonly height: number
  readonly beat: number
}

function moving(draw: (context: CanvasRenderingContext2D, picture: Picture) => void) {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 360
  const context = canvas.getContext('2d')
  const paint = (): void => {
    const { width, height } = canvas
    if (context) draw(context, { width, height, beat: performance.now() / 900 })
  }
  paint()
  setInterval(paint, 200)
  const video = document.createElement('video')
  video.muted = true
  video.autoplay = true
  video.playsInline = true
  video.srcObject = canvas.captureStream(5)
  return video
}

function ellipse(
  context: CanvasRenderingContext2D,
  [x, y, across, down]: readonly [number, number, number, number],
): void {
  context.beginPath()
  context.ellipse(x, y, across, down, 0, 0, Math.PI * 2)
  context.fill()
}
