import assert from 'node:assert/strict'
import type { Check } from '../row.ts'
import type { Scene } from '../scene.ts'
import { hasFields, list } from '../shape.ts'
import { nobody } from './nobody.ts'
import { isRefused, type Refusal } from './refusal.ts'

export interface StreamList {
  streams(sessionId: string): Promise<readonly unknown[]>
}

export interface OneStream {
  stream(sessionId: string, streamId: string): Promise<unknown>
}

export interface ClassLists {
  setClassLists(sessionId: string, lists: readonly ClassList[]): Promise<unknown>
}

export interface ClassList {
  readonly id: string
  readonly layoutClassList: readonly string[]
}

export async function listsStreams({
  sdk,
  sessionId,
  alice,
  bob,
}: Scene<StreamList>): Promise<void> {
  const streams = await sdk.streams(sessionId)
  const seen = streams.map((stream) => {
    hasFields('stream', stream, { videoType: 'camera', layoutClassList: list })
    return [stream['id'], stream['name']]
  })
  assert.deepEqual(
    new Map(seen as [string, string][]),
    new Map([
      [alice.streamId, 'alice'],
      [bob.streamId, 'bob'],
    ]),
  )
}

export async function findsStream({ sdk, sessionId, alice }: Scene<OneStream>): Promise<void> {
  const stream = await sdk.stream(sessionId, alice.streamId)
  hasFields('stream', stream, {
    id: alice.streamId,
    name: 'alice',
    videoType: 'camera',
    layoutClassList: list,
  })
}

export function refusesUnknownStream(refusal: Refusal): Check<OneStream> {
  return ({ sdk, sessionId }) => isRefused(sdk.stream(sessionId, nobody), refusal)
}

export async function setsClassLists({
  sdk,
  sessionId,
  alice,
}: Scene<ClassLists & StreamList>): Promise<void> {
  for (const layoutClassList of [['full', 'focus'], []]) {
    await sdk.setClassLists(sessionId, [{ id: alice.streamId, layoutClassList }])
    const streams = (await sdk.streams(sessionId)) as readonly ClassList[]
    const after = streams.find(({ id }) => id === alice.streamId)
    assert.deepEqual(after?.layoutClassList, layoutClassList)
  }
}
