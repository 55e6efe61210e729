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

/** Pictures and sound that are being made. */
export interface Production {
  /** Stays further behind from now on: something came when it was that old, and would have been left out. */
  waitFor(ageMs: number): void
  /** Makes what is on stage until now, which takes as long as the delay is, and ends. */
  finish(): Promise<void>
}

const tickMs = 1000 / frameRate
const samples = sampleRate / frameRate

// What an encoder that is too slow may leave lying before moments are left out.
const mostWaiting = 2 * frameRate

// A machine that is slower than this cannot compose at all.
const longestDelayMs = 8000
const marginMs = 300

/** Makes pictures and sound of what is on stage, as fast as time goes by. */
export function startProduction(stage: Stage, { inputs, size, ...rest }: Producing): Production {
  const spare: Buffer[] = []
  const finished = Promise.withResolvers<void>()
  let { delayMs } = rest
  let next = Date.now() - delayMs
  let end = Infinity

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
    for (; next <= Math.min(Date.now() - delayMs, end); next += tickMs) {
      if (!isTooSlow()) produce(next)
    }
    if (next <= end) return
    clearInterval(timer)
    inputs.video?.end()
    inputs.audio?.end()
    finished.resolve()
  }, tickMs / 2)

  return {
    waitFor: (ageMs) => {
      delayMs = Math.max(delayMs, Math.min(ageMs + marginMs, longestDelayMs))
    },
    finish: () => {
      end = Math.min(end, Date.now())
      return finished.promise
    },
  }
}
