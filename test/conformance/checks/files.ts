import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import type { Scene } from '../scene.ts'
import { hasFields, text } from '../shape.ts'
import { stoppedArchive, waitUntilKept, type Archives } from './archives.ts'
import { toHls, whileLive, type Broadcasts } from './broadcasts.ts'

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

/** A playlist is there when its first segment is. */
async function canBeFetched(url: string): Promise<void> {
  const deadline = performance.now() + 20_000
  let status = 0
  while (performance.now() < deadline) {
    const answer = await fetch(url)
    await answer.body?.cancel()
    if (answer.ok) return
    ;({ status } = answer)
    await wait(200)
  }
  assert.fail(`the file answers ${status}`)
}
