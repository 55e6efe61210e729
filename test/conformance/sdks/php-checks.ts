import assert from 'node:assert/strict'
import { whileRecording } from '../checks/archives.ts'
import { toHls, whileLive } from '../checks/broadcasts.ts'
import { isRefused } from '../checks/refusal.ts'
import type { Renders } from '../checks/renders.ts'
import { joinsAsHost } from '../checks/sessions.ts'
import type { Check } from '../row.ts'
import type { Scene } from '../scene.ts'
import { hasFields } from '../shape.ts'
import { npmOpenTok } from './npm-opentok.ts'
import { refOf } from './object-checks.ts'
import type { PhpOpenTok } from './php-verbs.ts'

export async function sessionMakesTokens(scene: Scene<PhpOpenTok>): Promise<void> {
  const session = await scene.sdk.createSession({ mediaMode: 'routed' })
  const host = { role: 'moderator', data: 'name=Ada & co' }
  const order = { on: refOf(session), call: 'generateToken', args: [host] }
  const token = String(await scene.sdk.driver.call(order))
  await joinsAsHost({ ...scene, sessionId: session.sessionId }, token)
}

export async function updatesStream({ sdk, sessionId, alice }: Scene<PhpOpenTok>): Promise<void> {
  for (const layoutClassList of [['full', 'focus'], []]) {
    const args = [sessionId, alice.streamId, { layoutClassList }]
    await sdk.driver.call({ call: 'updateStream', args })
    const stream = await sdk.stream(sessionId, alice.streamId)
    hasFields('stream', stream, { layoutClassList })
  }
}

export async function broadcastStopsItself({ sdk, sessionId }: Scene<PhpOpenTok>): Promise<void> {
  const broadcast = await sdk.startBroadcast(sessionId, toHls)
  await sdk.driver.call({ on: refOf(broadcast), call: 'stop' })
  const after = await sdk.broadcast(String(Reflect.get(Object(broadcast), 'id')))
  hasFields('broadcast', after, { status: 'stopped' })
}

export async function broadcastChangesItsLayout(scene: Scene<PhpOpenTok>): Promise<void> {
  await whileLive(scene, toHls, async (id) => {
    const on = refOf(await scene.sdk.broadcast(id))
    await scene.sdk.driver.call({ on, call: 'updateLayout', args: [{ $layout: { type: 'pip' } }] })
  })
}

/** The SDK refuses it by itself, before it asks the platform. */
export async function refusesStreamsInAutoMode(scene: Scene<PhpOpenTok>): Promise<void> {
  await whileRecording(scene, {}, async (id) => {
    const adding = scene.sdk.addArchiveStream(id, scene.alice.streamId, {
      hasAudio: true,
      hasVideo: true,
    })
    await assert.rejects(adding, /InvalidArgumentException/)
  })
}

/** The SDK hands on what its HTTP client says when a session is refused. */
export async function refusesWrongSecret({ sdk }: Scene<PhpOpenTok>): Promise<void> {
  await isRefused(sdk.driver.callAsStranger({ call: 'createSession' }), /^ClientException.*`403 /s)
  await isRefused(sdk.driver.callAsStranger({ call: 'listArchives' }), /^AuthenticationException/)
}

/** The SDK cannot start a render; its other methods are looked at with one that npm `opentok` started. */
export function ofOthers(check: Check<Renders>): Check<PhpOpenTok> {
  return async (scene) => {
    const { verbs } = await npmOpenTok.start(scene.stage.platform)
    await check({ ...scene, sdk: { ...scene.sdk, startRender: verbs.startRender } })
  }
}
