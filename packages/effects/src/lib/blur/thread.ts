import model from '@twilio/video-processors/dist/build/selfie_segmentation_landscape.tflite?url'
import wasm from '@twilio/video-processors/dist/build/tflite-simd-1-0-0.wasm?url'
import type { FromWorker, ToWorker } from './messages.ts'
import { trustedUrl } from './trusted-url.ts'
import worker from './worker.ts?worker&url'

/** The worker that blurs, from the page's side. */
export interface Thread {
  /** Blurs the next frame of a camera, which is the worker's own from now on; one after the other. */
  blur(camera: number, plain: VideoFrame): Promise<VideoFrame>
  /** There will be no more frames of this camera. */
  forget(camera: number): void
}

/** Who waits for the blurred frame. */
interface Waiting {
  resolve(picture: VideoFrame): void
  reject(error: Error): void
}

/** Longer than a slow network takes for a megabyte; milliseconds. */
const patience = 30_000

/** Starts the worker and loads the model in it; rejects when either does not load in time or run here. */
export async function startThread(): Promise<Thread> {
  const started = new Worker(trustedUrl(worker), { type: 'module' })
  try {
    await loaded(started)
  } catch (error) {
    started.terminate()
    throw error
  }
  const waiting = new Map<number, Waiting>()
  started.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'blurred') waiting.get(data.camera)?.resolve(data.picture)
    if (data.type === 'failed') waiting.get(data.camera)?.reject(new Error(data.reason))
  })
  return {
    blur(camera, plain) {
      return new Promise((resolve, reject) => {
        waiting.set(camera, { resolve, reject })
        post(started, { type: 'frame', camera, plain }, [plain])
      })
    },
    forget(camera) {
      waiting.delete(camera)
      post(started, { type: 'forget', camera })
    },
  }
}

function loaded(started: Worker): Promise<void> {
  const loading = new AbortController()
  const { signal } = loading
  const answer = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The blur’s worker took too long.')), patience)
    signal.addEventListener('abort', () => clearTimeout(late))
    const broken = (): void => reject(new Error('The blur’s worker did not start.'))
    started.addEventListener('error', broken, { signal })
    const hear = ({ data }: MessageEvent<FromWorker>): void => {
      if (data.type === 'loaded') resolve()
      if (data.type === 'load-failed') reject(new Error(data.reason))
    }
    started.addEventListener('message', hear, { signal })
    post(started, { type: 'load', files: { wasm, model } })
  })
  return answer.finally(() => loading.abort())
}

function post(started: Worker, message: ToWorker, transfer: Transferable[] = []): void {
  started.postMessage(message, transfer)
}
