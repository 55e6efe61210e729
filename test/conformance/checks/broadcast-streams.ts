import assert from 'node:assert/strict'
import type { Scene } from '../scene.ts'
import { hasFields } from '../shape.ts'
import { toHls, whileLive, type Broadcasts } from './broadcasts.ts'

export interface BroadcastStreams extends Broadcasts {
  addBroadcastStream(broadcastId: string, streamId: string): Promise<unknown>
  removeBroadcastStream(broadcastId: string, streamId: string): Promise<unknown>
}

const manual = { ...toHls, streamMode: 'manual' } as const

export async function addsBroadcastStream(scene: Scene<BroadcastStreams>): Promise<void> {
  const { sdk, alice } = scene
  await whileLive(scene, manual, async (id) => {
    assert.deepEqual(await shown(scene, id), [])
    await sdk.addBroadcastStream(id, alice.streamId)
    assert.deepEqual(await shown(scene, id), [alice.streamId])
  })
}

export async function removesBroadcastStream(scene: Scene<BroadcastStreams>): Promise<void> {
  const { sdk, alice, bob } = scene
  await whileLive(scene, manual, async (id) => {
    for (const { streamId } of [alice, bob]) await sdk.addBroadcastStream(id, streamId)
    await sdk.removeBroadcastStream(id, alice.streamId)
    assert.deepEqual(await shown(scene, id), [bob.streamId])
  })
}

async function shown({ sdk }: Scene<Broadcasts>, id: string): Promise<readonly string[]> {
  const broadcast = await sdk.broadcast(id)
  hasFields('broadcast', broadcast, { streamMode: 'manual' })
  const streams = (broadcast['streams'] ?? []) as readonly { streamId: string }[]
  return streams.map(({ streamId }) => streamId)
}
