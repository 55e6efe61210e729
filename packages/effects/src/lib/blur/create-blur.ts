import type { CameraEffect } from '@ot-room/room'
import { pump } from './pump.ts'
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
  return { apply: (camera, signal) => blur(thread, camera, signal) }
}

/** Resolves with the first blurred frame, so that whoever shows the picture has something to show. */
async function blur(
  thread: Thread,
  camera: MediaStreamTrack,
  signal: AbortSignal,
): Promise<MediaStreamTrack> {
  signal.throwIfAborted()
  last += 1
  const id = last
  const picture = new MediaStreamTrackGenerator({ kind: 'video' })
  await new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => {
      picture.stop()
      reject(signal.reason)
    })
    pump({
      from: new MediaStreamTrackProcessor({ track: camera }).readable,
      to: picture.writable,
      signal,
      change: (plain) => thread.blur(id, plain),
      onFirst: resolve,
    })
      .catch(reject)
      .finally(() => thread.forget(id))
  })
  return picture
}
