import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { Auth } from '@vonage/auth'
import { Video } from '@vonage/video'
import { toHls, whileLive } from '../checks/broadcasts.ts'
import { isRefused } from '../checks/refusal.ts'
import { dialsPhone } from '../checks/telephony.ts'
import type { Scene } from '../scene.ts'
import { hasFields, milliseconds, oneOf, string } from '../shape.ts'
import type { VonageVideo } from './vonage-video-verbs.ts'

/** The SDK throws what fetch answered. */
export function status(wanted: number): (error: unknown) => boolean {
  return (error) => Reflect.get(Object(Reflect.get(Object(error), 'response')), 'status') === wanted
}

export async function refusesWrongKey({ stage }: Scene<VonageVideo>): Promise<void> {
  const { url, applicationId } = stage.platform
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const stranger = new Video(new Auth({ applicationId, privateKey }), { videoHost: url })
  await isRefused(stranger.createSession(), status(403))
  await isRefused(stranger.searchArchives(), status(403))
}

/** Muting answers with the project in this SDK alone. */
export async function answersWithProject({
  sdk,
  sessionId,
  alice,
  bob,
}: Scene<VonageVideo>): Promise<void> {
  const project = {
    status: oneOf('ACTIVE', 'SUSPENDED'),
    name: string,
    createdAt: milliseconds,
  }
  const spared = [alice.streamId, bob.streamId]
  hasFields('project', await sdk.muteAll(sessionId, spared), project)
  hasFields('project', await sdk.unmuteAll(sessionId), project)
}

export async function updatesBroadcast(scene: Scene<VonageVideo>): Promise<void> {
  const { sdk, alice } = scene
  await whileLive(scene, { ...toHls, streamMode: 'manual' }, async (broadcastId) => {
    const change = { broadcastId, addStream: alice.streamId, hasAudio: false, hasVideo: true }
    await sdk.itself.updateBroadcast(change)
    const broadcast = await sdk.broadcast(broadcastId)
    hasFields('broadcast', broadcast, { streamMode: 'manual' })
    assert.deepEqual(broadcast['streams'], [
      { streamId: alice.streamId, hasAudio: false, hasVideo: true },
    ])
  })
}

/** The misspelt name stays in the SDK for those who used it. */
export function dialsByOldName(scene: Scene<VonageVideo>): Promise<void> {
  const dial: VonageVideo['dial'] = (id, { token, uri }) =>
    scene.sdk.itself.intiateSIPCall(id, { token, sip: { uri } })
  return dialsPhone({ ...scene, sdk: { ...scene.sdk, dial } })
}
