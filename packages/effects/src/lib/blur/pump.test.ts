import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pump } from './pump.ts'

/** Frames that know whether they were closed, a picture that takes them, and what becomes of both. */
function stage() {
  const open = new Set<VideoFrame>()
  const frame = (): VideoFrame => {
    const made = { close: () => void open.delete(made) } as VideoFrame
    open.add(made)
    return made
  }
  const written: VideoFrame[] = []
  const gone = new AbortController()
  const from = new ReadableStream<VideoFrame>(
    { pull: (controller) => controller.enqueue(frame()) },
    { highWaterMark: 0 },
  )
  const ended = new AbortController()
  const to = new WritableStream<VideoFrame>({
    write: (picture) => void written.push(picture),
    close: () => ended.abort(),
  })
  const changed = async (plain: VideoFrame): Promise<VideoFrame> => {
    plain.close()
    return frame()
  }
  return { open, written, gone, ended: ended.signal, from, to, changed, signal: gone.signal }
}

test('every frame is closed when nobody wants the picture any more', async () => {
  const { open, written, gone, changed, ...streams } = stage()
  let begun = 0
  await pump({
    ...streams,
    async change(plain) {
      if (written.length === 3) gone.abort()
      return changed(plain)
    },
    onFirst: () => (begun += 1),
  })
  assert.equal(open.size, 0)
  assert.equal(written.length, 4)
  assert.equal(begun, 1)
})

test('a frame that cannot be changed ends the picture, and nothing plain is written', async () => {
  const { open, written, ended, changed, ...streams } = stage()
  const pumping = pump({
    ...streams,
    async change(plain) {
      const picture = await changed(plain)
      if (written.length < 2) return picture
      picture.close()
      throw new Error('Lost')
    },
    onFirst: () => undefined,
  })
  await assert.rejects(pumping, /Lost/)
  assert.equal(open.size, 0)
  assert.equal(written.length, 2)
  assert.ok(ended.aborted)
})

test('a picture that nobody takes is closed by who has made it', async () => {
  const { open, changed, written, ...streams } = stage()
  const to = new WritableStream<VideoFrame>({ write: () => Promise.reject(new Error('Stopped')) })
  const onFirst = (): void => assert.fail('Nothing was written.')
  await assert.rejects(pump({ ...streams, to, change: changed, onFirst }), /Stopped/)
  assert.equal(open.size, 0)
  assert.equal(written.length, 0)
})
