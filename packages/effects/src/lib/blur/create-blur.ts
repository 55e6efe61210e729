import type { CameraEffect } from '@ot-room/room'
import { startThread, type Thread } from './thread.ts'

let starting: Promise<Thread> | undefined
let last = 0

/**
 * Loads what a blur takes from beside this file, once for a page; rejects when it does not load or does not run in this
 * browser, and may be asked again.
 */
export async function createBlur(): Promise<CameraEffect> {
  starting ??= startThread().catch((error: unknown) => {
    starting = undefined
    throw error
  })
  const thread = await starting
  return {
    apply(camera, signal) {
      last += 1
      return blur(thread, { id: last, camera, signal })
    },
  }
}

interface Blurring {
  readonly id: number
  readonly camera: MediaStreamTrack
  readonly signal: AbortSignal
}

/** Resolves with the first blurred frame, so that whoever shows the picture has something to show. */
async function blur(thread: Thread, { id, camera, signal }: Blurring): Promise<MediaStreamTrack> {
  signal.throwIfAborted()
  const from = new MediaStreamTrackProcessor({ track: camera }).readable
  const picture = new MediaStreamTrackGenerator({ kind: 'video' })
  const to = picture.writable
  await new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => {
      thread.post({ type: 'end', id })
      picture.stop()
      reject(signal.reason)
    })
    thread.listen((message) => {
      if (!('id' in message) || message.id !== id) return
      if (message.type === 'blurring') resolve()
      else reject(new Error(message.reason))
    }, signal)
    thread.post({ type: 'blur', id, from, to }, [from, to])
  })
  return picture
}
