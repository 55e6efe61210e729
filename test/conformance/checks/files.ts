import assert from 'node:assert/strict'
import type { KnownFault } from '../row.ts'
import type { Scene } from '../scene.ts'
import { hasFields, text } from '../shape.ts'
import { stoppedArchive, waitUntilKept, type Archives } from './archives.ts'
import { toHls, whileLive, type Broadcasts } from './broadcasts.ts'

/** The emulator says so itself; once its media router records, the rows say that this is to go. */
export const noMedia: KnownFault = {
  reason: 'the emulator records nothing before it has a media router',
  error: /answers 501/,
}

export async function handsOutRecording(scene: Scene<Archives>): Promise<void> {
  const id = await stoppedArchive(scene)
  await waitUntilKept(scene, id)
  const archive = await scene.sdk.archive(id)
  hasFields('archive', archive, { status: 'available', url: text })
  await canBeFetched(String(archive['url']))
}

export async function handsOutPlaylist(scene: Scene<Broadcasts>): Promise<void> {
  await whileLive(scene, toHls, async (id) => {
    const broadcast = await scene.sdk.broadcast(id)
    hasFields('broadcast', broadcast, {})
    const urls = broadcast['broadcastUrls']
    hasFields('broadcastUrls', urls, { hls: text })
    await canBeFetched(String(urls['hls']))
  })
}

async function canBeFetched(url: string): Promise<void> {
  const answer = await fetch(url)
  await answer.body?.cancel()
  assert.ok(answer.ok, `the file answers ${answer.status}`)
}
