import type { Writable } from 'node:stream'
import { frameRate, sampleRate } from '../film/shot.ts'
import type { PictureSize } from '../picture-size.ts'
import { bytesOf } from './picture/frame.ts'
import type { Stage } from './stage.ts'

interface Producing {
  readonly inputs: { readonly video?: Writable; readonly audio?: Writable }
  readonly size: PictureSize
  /** How long after a moment its picture is made. */
  readonly delayMs: number
}

const tickMs = 1000 / frameRate
const samples = sampleRate / frameRate

// What an encoder that is too slow may leave lying before moments are left out.
const mostWaiting = 2 * frameRate

/** Makes pictures and sound of what is on stage, as fast as time goes by, until it is stopped. */
export function startProduction(
  stage: Stage,
  { inputs, size, delayMs }: Producing,
): { stop(): void } {
  const spare: Buffer[] = []
  let next = Date.now() - delayMs

  const produce = (ms: number) => {
    if (inputs.video !== undefined) {
      const data = spare.pop() ?? Buffer.allocUnsafe(bytesOf(size))
      stage.draw({ ...size, data }, ms)
      inputs.video.write(data, () => void spare.push(data))
    }
    if (inputs.audio !== undefined) {
      const sum = new Float32Array(2 * samples)
      stage.mix(sum, ms)
      inputs.audio.write(new Uint8Array(sum.buffer))
    }
  }
  const isTooSlow = () => (inputs.video?.writableLength ?? 0) > mostWaiting * bytesOf(size)
  const timer = setInterval(() => {
    // Several at once make up for a timer that was late.
    for (; next <= Date.now() - delayMs; next += tickMs) if (!isTooSlow()) produce(next)
  }, tickMs / 2)

  return {
    stop: () => {
      clearInterval(timer)
      inputs.video?.end()
      inputs.audio?.end()
    },
  }
}
