import createRuntime from '@twilio/video-processors/dist/build/tflite-simd-1-0-0.js'
import type { Files } from './messages.ts'

/** How sure the model is of each pixel that it is a person, 0 to 1, row by row. */
export interface Confidence {
  readonly width: number
  readonly height: number
  readonly values: Float32Array
}

/** Finds people in frames, of one camera or of several. */
export interface Model {
  find(frame: VideoFrame): Confidence
}

/** Loads what finds people; rejects when one of the files is not there or this browser cannot run it. */
export async function loadModel({ wasm, model }: Files): Promise<Model> {
  const [runtime, weights] = await Promise.all([
    createRuntime({ locateFile: () => wasm }),
    fetchBytes(model),
  ])
  runtime.HEAPU8.set(weights, runtime._getModelBufferMemoryOffset())
  if (runtime._loadModel(weights.length) !== 0) throw new Error('The model is not one.')
  const width = runtime._getInputWidth()
  const height = runtime._getInputHeight()
  const input = runtime._getInputMemoryOffset() / 4
  const output = runtime._getOutputMemoryOffset() / 4
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser gives a worker no canvas to draw on.')
  return {
    find(frame) {
      context.drawImage(frame, 0, 0, width, height)
      const { data } = context.getImageData(0, 0, width, height)
      const values = runtime.HEAPF32
      for (let pixel = 0; pixel < width * height; pixel += 1) {
        for (let channel = 0; channel < 3; channel += 1) {
          values[input + pixel * 3 + channel] = (data[pixel * 4 + channel] ?? 0) / 255
        }
      }
      if (runtime._runInference() !== 0) throw new Error('The model does not run.')
      return { width, height, values: values.subarray(output, output + width * height) }
    },
  }
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} for ${url}`)
  return new Uint8Array(await response.arrayBuffer())
}
