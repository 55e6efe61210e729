/** Puts a person before their own blurred surroundings. */
export interface Composer {
  /** The frame with everything blurred that `person` does not cover; the canvas is used again for the next one. */
  compose(frame: VideoFrame, person: ImageData): OffscreenCanvas
}

/** A blur of the whole picture looks the same from fewer pixels, and costs a sixteenth. */
const shrink = 4

/** Of the small picture's height; what is behind the visitor cannot be read or recognised. */
const blurOfHeight = 0.05

/** Makes the canvases, which take the size of the frames that come. */
export function createComposer(): Composer {
  const picture = canvas()
  const surroundings = canvas()
  const person = canvas()

  return {
    compose(frame, mask) {
      const { displayWidth: width, displayHeight: height } = frame
      resize(person, mask.width, mask.height)
      person.context.putImageData(mask, 0, 0)
      blurInto(surroundings, frame)
      resize(picture, width, height)
      const { context } = picture
      context.globalCompositeOperation = 'copy'
      context.drawImage(person.surface, 0, 0, width, height)
      context.globalCompositeOperation = 'source-in'
      context.drawImage(frame, 0, 0, width, height)
      context.globalCompositeOperation = 'destination-over'
      context.drawImage(surroundings.surface, 0, 0, width, height)
      return picture.surface
    },
  }
}

interface Canvas {
  readonly surface: OffscreenCanvas
  readonly context: OffscreenCanvasRenderingContext2D
}

function canvas(): Canvas {
  const surface = new OffscreenCanvas(1, 1)
  const context = surface.getContext('2d')
  if (!context) throw new Error('This browser gives a worker no canvas to draw on.')
  return { surface, context }
}

function blurInto(target: Canvas, frame: VideoFrame): void {
  const { context } = target
  const width = Math.ceil(frame.displayWidth / shrink)
  const height = Math.ceil(frame.displayHeight / shrink)
  const radius = Math.max(2, Math.round(height * blurOfHeight))
  resize(target, width, height)
  context.filter = `blur(${radius}px)`
  // Beyond the edge a blur finds nothing, and would let that in.
  const edge = radius * 2
  context.drawImage(frame, -edge, -edge, width + 2 * edge, height + 2 * edge)
}

function resize({ surface }: Canvas, width: number, height: number): void {
  if (surface.width !== width) surface.width = width
  if (surface.height !== height) surface.height = height
}
