// Finds and blurs in a thread of its own, so that a page stays quick.
import { createFrameBlur, type FrameBlur } from './frame-blur.ts'
import { loadModel, type Model } from './model.ts'
import type { Files, FromWorker, ToWorker } from './messages.ts'

let model: Model | undefined
const blurs = new Map<number, FrameBlur>()

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'load':
      return void load(data.files)
    case 'frame':
      return blur(data.camera, data.plain)
    case 'forget':
      return void blurs.delete(data.camera)
    default:
      return data satisfies never
  }
})

async function load(files: Files): Promise<void> {
  try {
    model = await loadModel(files)
    tell({ type: 'loaded' })
  } catch (error) {
    tell({ type: 'load-failed', reason: String(error) })
  }
}

/** Answers with the blurred frame, or why there is none; the plain one goes no further. */
function blur(camera: number, plain: VideoFrame): void {
  try {
    if (!model) throw new Error('Nothing is loaded.')
    const blurred = blurs.get(camera) ?? createFrameBlur(model)
    blurs.set(camera, blurred)
    const picture = blurred(plain)
    tell({ type: 'blurred', camera, picture }, [picture])
  } catch (error) {
    tell({ type: 'failed', camera, reason: String(error) })
  } finally {
    plain.close()
  }
}

function tell(message: FromWorker, transfer: Transferable[] = []): void {
  postMessage(message, { transfer })
}
