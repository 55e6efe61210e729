import assert from 'node:assert/strict'
import type { Check } from '../row.ts'
import type { Scene } from '../scene.ts'
import type { Visitor } from '../visitor.ts'
import { nobody } from './nobody.ts'
import { isRefused, type Refusal } from './refusal.ts'

export interface StreamMuting {
  muteStream(sessionId: string, streamId: string): Promise<unknown>
}

export interface SessionMuting {
  muteAll(sessionId: string, excludedStreamIds: readonly string[]): Promise<unknown>
}

export interface Unmuting {
  unmuteAll(sessionId: string): Promise<unknown>
}

export async function mutesOneStream({
  sdk,
  sessionId,
  alice,
  bob,
}: Scene<StreamMuting>): Promise<void> {
  await sdk.muteStream(sessionId, alice.streamId)
  await alice.hears('publisher muteForced')
  await bob.hears('streamPropertyChanged', silence(alice))
  assert.equal(await hasAudio(bob), true)
  await speak(alice)
}

export function refusesToMuteNothing(refusal: Refusal): Check<StreamMuting> {
  return ({ sdk, sessionId }) => isRefused(sdk.muteStream(sessionId, nobody), refusal)
}

/** Who comes later is silent as well, until muting ends. */
export async function mutesEverybodyButOne(scene: Scene<SessionMuting & Unmuting>): Promise<void> {
  const { sdk, stage, sessionId, alice, bob } = scene
  try {
    await sdk.muteAll(sessionId, [bob.streamId])
    await alice.hears('muteForced', { active: true })
    await alice.hears('publisher muteForced')
    await bob.hears('streamPropertyChanged', silence(alice))
    assert.equal(await hasAudio(bob), true)
    const late = await stage.eve.join(await scene.ticket())
    const silent = !(await hasAudio(late))
    await late.leave()
    assert.ok(silent, 'who came later could be heard')
  } finally {
    await sdk.unmuteAll(sessionId)
    await speak(alice)
  }
}

/** Who has joined in between and publishes later can be heard. */
export async function endsMuting(scene: Scene<SessionMuting & Unmuting>): Promise<void> {
  const { sdk, stage, sessionId, alice, bob } = scene
  const eve = await stage.eve.join(await scene.ticket(), { publish: 'nothing' })
  try {
    await sdk.muteAll(sessionId, [alice.streamId, bob.streamId])
    await eve.hears('muteForced', { active: true })
    await sdk.unmuteAll(sessionId)
    for (const visitor of [alice, eve]) await visitor.hears('muteForced', { active: false })
    await eve.publish()
    assert.ok(await hasAudio(eve), 'who published after muting had ended could not be heard')
  } finally {
    await eve.leave()
  }
}

function silence({ streamId }: Visitor) {
  return { streamId, property: 'hasAudio', value: false }
}

function hasAudio({ page }: Visitor): Promise<boolean> {
  return page.evaluate(() => {
    const { publisher } = (globalThis as unknown as { room: { publisher: OT.Publisher } }).room
    return publisher.stream?.hasAudio ?? false
  })
}

/** Opens the microphone again, for the rows that follow. */
async function speak(visitor: Visitor): Promise<void> {
  await visitor.page.evaluate(() => {
    const { publisher } = (globalThis as unknown as { room: { publisher: OT.Publisher } }).room
    publisher.publishAudio(true)
  })
  await visitor.hears('streamPropertyChanged', {
    streamId: visitor.streamId,
    property: 'hasAudio',
    value: true,
  })
}
