import model from '@twilio/video-processors/dist/build/selfie_segmentation_landscape.tflite?url'
import wasm from '@twilio/video-processors/dist/build/tflite-simd-1-0-0.wasm?url'
import type { FromWorker, ToWorker } from './messages.ts'
import { trustedUrl } from './trusted-url.ts'
import worker from './worker.ts?worker&url'

/** The worker that blurs, from the page's side. */
export interface Thread {
  post(message: ToWorker, transfer?: Transferable[]): void
  listen(listener: (message: FromWorker) => void, signal: AbortSignal): void
}

/** Longer than a slow network takes for a megabyte; milliseconds. */
const patience = 30_000

/** Starts the worker and loads the model in it; rejects when either does not load in time or run here. */
export async function startThread(): Promise<Thread> {
  const started = new Worker(trustedUrl(worker), { type: 'module' })
  const thread: Thread = {
    post: (message, transfer = []) => started.postMessage(message, transfer),
    listen(listener, signal) {
      const hear = ({ data }: MessageEvent<FromWorker>): void => listener(data)
      started.addEventListener('message', hear, { signal })
    },
  }
  const loading = new AbortController()
  try {
    await new Promise<void>((resolve, reject) => {
      const late = AbortSignal.timeout(patience)
      late.addEventListener('abort', () => reject(late.reason), { signal: loading.signal })
      started.addEventListener('error', () => reject(new Error('The blur’s worker did not start.')))
      thread.listen((message) => {
        if (message.type === 'loaded') resolve()
        if (message.type === 'load-failed') reject(new Error(message.reason))
      }, loading.signal)
      thread.post({ type: 'load', files: { wasm, model } })
    })
  } catch (error) {
    started.terminate()
    throw error
  } finally {
    loading.abort()
  }
  return thread
}
