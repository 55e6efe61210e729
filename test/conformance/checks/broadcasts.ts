import assert from 'node:assert/strict'
import type { Check } from '../row.ts'
import type { Scene } from '../scene.ts'
import { hasFields, milliseconds, pattern, text, uuid } from '../shape.ts'
import type { Layout, Listed, ListFilter } from './archives.ts'
import { nobody } from './nobody.ts'
import { isRefused, type Refusal } from './refusal.ts'

export interface BroadcastOptions {
  readonly outputs: {
    readonly hls?: object
    readonly rtmp: readonly {
      readonly id: string
      readonly serverUrl: string
      readonly streamName: string
    }[]
  }
  readonly maxDuration?: number
  readonly resolution?: string
  readonly streamMode?: 'auto' | 'manual'
}

export interface Broadcasts {
  startBroadcast(sessionId: string, options: BroadcastOptions): Promise<unknown>
  stopBroadcast(broadcastId: string): Promise<unknown>
  broadcast(broadcastId: string): Promise<unknown>
}

export interface BroadcastList extends Broadcasts {
  broadcasts(filter: ListFilter): Promise<Listed>
}

export interface BroadcastLayouts extends Broadcasts {
  setBroadcastLayout(broadcastId: string, layout: Layout): Promise<unknown>
}

export const toHls: BroadcastOptions = { outputs: { hls: {}, rtmp: [] } }

export async function startsBroadcast({ sdk, sessionId, owner }: Scene<Broadcasts>): Promise<void> {
  const rtmp = { id: 'mirror', serverUrl: 'rtmp://127.0.0.1:1/live', streamName: 'key' }
  const options = { maxDuration: 600, resolution: '1280x720' }
  const broadcast = await sdk.startBroadcast(sessionId, {
    ...options,
    outputs: { hls: {}, rtmp: [rtmp] },
  })
  const id = String(Reflect.get(Object(broadcast), 'id'))
  try {
    hasFields('broadcast', broadcast, {
      ...owner.broadcast,
      ...options,
      id: uuid,
      sessionId,
      status: 'started',
      createdAt: milliseconds,
      updatedAt: milliseconds,
    })
    const urls = broadcast['broadcastUrls']
    hasFields('broadcastUrls', urls, { hls: pattern('an m3u8 address', /^https?:.*\.m3u8/) })
    const [mirror] = urls['rtmp'] as readonly unknown[]
    hasFields('rtmp', mirror, { ...rtmp, status: text })
  } finally {
    await sdk.stopBroadcast(id)
  }
}

export async function stopsBroadcast({ sdk, sessionId }: Scene<Broadcasts>): Promise<void> {
  const id = await startedBroadcast({ sdk, sessionId }, toHls)
  const broadcast = await sdk.stopBroadcast(id)
  hasFields('broadcast', broadcast, { id, sessionId, status: 'stopped', broadcastUrls: null })
}

export async function findsBroadcast(scene: Scene<Broadcasts>): Promise<void> {
  await whileLive(scene, toHls, async (id) => {
    const broadcast = await scene.sdk.broadcast(id)
    hasFields('broadcast', broadcast, { id, sessionId: scene.sessionId, status: 'started' })
  })
}

export async function listsBroadcasts(scene: Scene<BroadcastList>): Promise<void> {
  const { sdk, sessionId } = scene
  await whileLive(scene, toHls, async (id) => {
    const { items, count } = await sdk.broadcasts({ sessionId })
    assert.equal(count, items.length)
    const [newest] = items
    hasFields('broadcast', newest, { id, sessionId, status: 'started' })
  })
}

export async function changesBroadcastLayout(scene: Scene<BroadcastLayouts>): Promise<void> {
  await whileLive(scene, toHls, async (id) => {
    await scene.sdk.setBroadcastLayout(id, { type: 'horizontalPresentation' })
    await scene.sdk.setBroadcastLayout(id, { type: 'bestFit', screenshareType: 'pip' })
  })
}

export function refusesUnknownBroadcast(refusal: Refusal): Check<Broadcasts> {
  return ({ sdk }) => isRefused(sdk.broadcast(nobody), refusal)
}

export function refusesSecondBroadcast(refusal: Refusal): Check<Broadcasts> {
  return (scene) =>
    whileLive(scene, toHls, () =>
      isRefused(scene.sdk.startBroadcast(scene.sessionId, toHls), refusal),
    )
}

export function refusesBroadcastToNowhere(refusal: Refusal): Check<Broadcasts> {
  return ({ sdk, sessionId }) =>
    isRefused(sdk.startBroadcast(sessionId, { outputs: { rtmp: [] } }), refusal)
}

/** Runs a step while a broadcast is live, and stops it whatever comes of the step. */
export async function whileLive(
  { sdk, sessionId }: Pick<Scene<Broadcasts>, 'sdk' | 'sessionId'>,
  options: BroadcastOptions,
  step: (broadcastId: string) => Promise<void>,
): Promise<void> {
  const id = await startedBroadcast({ sdk, sessionId }, options)
  try {
    await step(id)
  } finally {
    await sdk.stopBroadcast(id)
  }
}

async function startedBroadcast(
  { sdk, sessionId }: Pick<Scene<Broadcasts>, 'sdk' | 'sessionId'>,
  options: BroadcastOptions,
): Promise<string> {
  const broadcast = await sdk.startBroadcast(sessionId, options)
  hasFields('broadcast', broadcast, { id: uuid })
  return String(broadcast['id'])
}
