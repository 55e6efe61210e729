import assert from 'node:assert/strict'
import type { Check } from '../row.ts'
import type { Scene } from '../scene.ts'
import { nobody } from './nobody.ts'
import { isRefused, type Refusal } from './refusal.ts'

export interface Signal {
  readonly type: string
  readonly data: string
}

/** How an SDK sends signals: to everybody, or to one connection. */
export interface Signals {
  signal(sessionId: string, signal: Signal, connectionId?: string): Promise<unknown>
}

const fromTheServer = { type: 'signal:chat', from: null }

export async function signalsEverybody({
  sdk,
  sessionId,
  alice,
  bob,
}: Scene<Signals>): Promise<void> {
  await sdk.signal(sessionId, { type: 'chat', data: 'to all' })
  for (const visitor of [alice, bob])
    await visitor.hears('signal', { ...fromTheServer, data: 'to all' })
}

export async function signalsOne({ sdk, sessionId, alice, bob }: Scene<Signals>): Promise<void> {
  await sdk.signal(sessionId, { type: 'chat', data: 'to alice' }, alice.connectionId)
  await alice.hears('signal', { ...fromTheServer, data: 'to alice' })
  // Signals keep their order, so bob would have heard the first one before this.
  await sdk.signal(sessionId, { type: 'chat', data: 'after' })
  await bob.hears('signal', { data: 'after' })
  assert.ok(!bob.all.some(({ data }) => data === 'to alice'), 'bob heard what was for alice')
}

export function refusesSignalToNobody(refusal: Refusal): Check<Signals> {
  return ({ sdk, sessionId }) =>
    isRefused(sdk.signal(sessionId, { type: 'chat', data: 'hello?' }, nobody), refusal)
}

export function refusesLongSignal(refusal: Refusal): Check<Signals> {
  return ({ sdk, sessionId }) =>
    isRefused(sdk.signal(sessionId, { type: 'chat', data: 'x'.repeat(8193) }), refusal)
}
