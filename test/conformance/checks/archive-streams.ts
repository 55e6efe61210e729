import assert from 'node:assert/strict'
import type { Check } from '../row.ts'
import type { Scene } from '../scene.ts'
import { hasFields } from '../shape.ts'
import { whileRecording, type Archives } from './archives.ts'
import { nobody } from './nobody.ts'
import { isRefused, type Refusal } from './refusal.ts'

export interface ArchiveStreams extends Archives {
  addArchiveStream(archiveId: string, streamId: string, options: MediaChoice): Promise<unknown>
  removeArchiveStream(archiveId: string, streamId: string): Promise<unknown>
}

export interface MediaChoice {
  readonly hasAudio: boolean
  readonly hasVideo: boolean
}

const manual = { streamMode: 'manual' } as const
const both = { hasAudio: true, hasVideo: true }

export async function addsArchiveStream(scene: Scene<ArchiveStreams>): Promise<void> {
  const { sdk, alice, bob } = scene
  await whileRecording(scene, manual, async (id) => {
    assert.deepEqual(await recorded(scene, id), [])
    await sdk.addArchiveStream(id, alice.streamId, both)
    await sdk.addArchiveStream(id, bob.streamId, { hasAudio: true, hasVideo: false })
    assert.deepEqual(
      new Map(await recorded(scene, id)),
      new Map([
        [alice.streamId, both],
        [bob.streamId, { hasAudio: true, hasVideo: false }],
      ]),
    )
  })
}

export async function removesArchiveStream(scene: Scene<ArchiveStreams>): Promise<void> {
  const { sdk, alice, bob } = scene
  await whileRecording(scene, manual, async (id) => {
    for (const { streamId } of [alice, bob]) await sdk.addArchiveStream(id, streamId, both)
    await sdk.removeArchiveStream(id, alice.streamId)
    assert.deepEqual(await recorded(scene, id), [[bob.streamId, both]])
  })
}

export function refusesStreamsInAutoMode(refusal: Refusal): Check<ArchiveStreams> {
  return (scene) =>
    whileRecording(scene, {}, (id) =>
      isRefused(scene.sdk.addArchiveStream(id, scene.alice.streamId, both), refusal),
    )
}

export function refusesStreamOfUnknownArchive(refusal: Refusal): Check<ArchiveStreams> {
  return ({ sdk, alice }) => isRefused(sdk.removeArchiveStream(nobody, alice.streamId), refusal)
}

async function recorded({ sdk }: Scene<Archives>, id: string): Promise<[string, MediaChoice][]> {
  const archive = await sdk.archive(id)
  hasFields('archive', archive, { streamMode: 'manual' })
  const streams = (archive['streams'] ?? []) as readonly (MediaChoice & { streamId: string })[]
  return streams.map(({ streamId, hasAudio, hasVideo }) => [streamId, { hasAudio, hasVideo }])
}
