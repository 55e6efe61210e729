import assert from 'node:assert/strict'
import type { Check } from '../row.ts'
import type { Scene } from '../scene.ts'
import { hasFields, milliseconds } from '../shape.ts'
import { nobody } from './nobody.ts'
import { isRefused, type Refusal } from './refusal.ts'

export interface Disconnecting {
  disconnect(sessionId: string, connectionId: string): Promise<unknown>
}

export interface Connections {
  connections(sessionId: string): Promise<readonly unknown[]>
}

export async function disconnectsSomebody(scene: Scene<Disconnecting>): Promise<void> {
  const { sdk, stage, sessionId, bob } = scene
  const eve = await stage.eve.join(await scene.ticket(), { publish: 'nothing' })
  try {
    await bob.hears('connectionCreated', { connectionId: eve.connectionId })
    await sdk.disconnect(sessionId, eve.connectionId)
    await eve.hears('sessionDisconnected', { reason: 'forceDisconnected' })
    await bob.hears('connectionDestroyed', {
      connectionId: eve.connectionId,
      reason: 'forceDisconnected',
    })
  } finally {
    await eve.leave()
  }
}

export function refusesToDisconnectNobody(refusal: Refusal): Check<Disconnecting> {
  return ({ sdk, sessionId }) => isRefused(sdk.disconnect(sessionId, nobody), refusal)
}

export async function listsConnections({
  sdk,
  sessionId,
  alice,
  bob,
}: Scene<Connections>): Promise<void> {
  const connections = await sdk.connections(sessionId)
  const ids = connections.map((connection) => {
    hasFields('connection', connection, { connectionState: 'Connected', createdAt: milliseconds })
    return connection['connectionId']
  })
  assert.deepEqual(ids, [alice.connectionId, bob.connectionId])
}
