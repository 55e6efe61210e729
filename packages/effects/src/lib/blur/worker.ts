// Finds and blurs in a thread of its own, so that a page stays quick and a picture goes on while its tab is hidden.
import { createFrameBlur } from './blur-frames.ts'
import { loadModel, type Model } from './model.ts'
import type { FromWorker, Job, ToWorker } from './messages.ts'

let loading: Promise<Model> | undefined
const running = new Map<number, ReadableStreamDefaultReader<VideoFrame>>()

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'load':
      return load(loadModel(data.files))
    case 'blur':
      return void blur(data)
    case 'end':
      return void running.get(data.id)?.cancel()
    default:
      return data satisfies never
  }
})

function load(model: Promise<Model>): void {
  loading = model
  model.then(
    () => tell({ type: 'loaded' }),
    (error: unknown) => tell({ type: 'load-failed', reason: String(error) }),
  )
}

/** Writes a blurred frame for each that comes; what fails ends the picture, and never lets a plain frame through. */
async function blur({ id, from, to }: Job): Promise<void> {
  const reader = from.getReader()
  const writer = to.getWriter()
  running.set(id, reader)
  try {
    const model = await loading
    if (!model) throw new Error('Nothing is loaded.')
    const blurred = createFrameBlur(model)
    let isFirst = true
    for (;;) {
      const { done, value: plain } = await reader.read()
      if (done) break
      const picture = blurred(plain)
      // A picture that nobody takes any more stays with who has made it.
      await writer.write(picture).finally(() => picture.close())
      if (isFirst) tell({ type: 'blurring', id })
      isFirst = false
    }
    tell({ type: 'ended', id, reason: 'The camera ended.' })
  } catch (error) {
    tell({ type: 'ended', id, reason: String(error) })
  } finally {
    running.delete(id)
    await reader.cancel().catch(() => undefined)
    await writer.close().catch(() => undefined)
  }
}

function tell(message: FromWorker): void {
  postMessage(message)
}
