import assert from 'node:assert/strict'
import { stoppedArchive, waitUntilKept } from '../checks/archives.ts'
import { toHls } from '../checks/broadcasts.ts'
import { isRefused } from '../checks/refusal.ts'
import { joinsAsHost } from '../checks/sessions.ts'
import type { Scene } from '../scene.ts'
import { hasFields } from '../shape.ts'
import { calls } from './callbacks-to-promises.ts'
import type { NpmOpenTok } from './npm-opentok-verbs.ts'

const host = { role: 'moderator', data: 'name=Ada & co' } as const

export async function legacyTokenSaysWhoSomebodyIs(scene: Scene<NpmOpenTok>): Promise<void> {
  const token = scene.sdk.itself.generateToken(scene.sessionId, host, true)
  assert.ok(token.startsWith('T1=='), 'it is no T1 token')
  await joinsAsHost(scene, token)
}

export async function sessionMakesTokens(scene: Scene<NpmOpenTok>): Promise<void> {
  const session = await scene.sdk.createSession({ mediaMode: 'routed' })
  const { generateToken } = session as unknown as { generateToken(options: object): string }
  const token = generateToken.call(session, host)
  await joinsAsHost({ ...scene, sessionId: session.sessionId }, token)
}

export async function jwtOpensTheApi({
  sdk,
  stage,
  applicationId,
}: Scene<NpmOpenTok>): Promise<void> {
  const url = `${stage.platform.url}/v2/project/${applicationId}/archive`
  const answer = await fetch(url, { headers: { 'x-opentok-auth': sdk.itself.generateJwt() } })
  assert.equal(answer.status, 200)
}

export async function refusesWrongSecret({ stage, sdk }: Scene<NpmOpenTok>): Promise<void> {
  const { url, apiKey } = stage.platform
  const OpenTok = sdk.itself.constructor as new (...args: readonly unknown[]) => object
  const stranger = new OpenTok(apiKey, 'f'.repeat(40), { apiUrl: url })
  await isRefused(calls(stranger, 'createSession', {}), /Invalid API key or secret/)
  await isRefused(calls(stranger, 'listArchives', {}), /Invalid API key or secret/)
}

export async function archiveStopsItself({
  sdk,
  sessionId,
  alice,
}: Scene<NpmOpenTok>): Promise<void> {
  const archive = Object(await sdk.startArchive(sessionId, {})) as object
  const [stopped] = await calls(archive, 'stop')
  hasFields('archive', stopped, { id: Reflect.get(archive, 'id'), status: 'stopped' })
  await alice.hears('archiveStopped', { id: Reflect.get(archive, 'id') })
}

export async function archiveDeletesItself(scene: Scene<NpmOpenTok>): Promise<void> {
  const { sdk, sessionId } = scene
  const id = await stoppedArchive(scene)
  await waitUntilKept(scene, id)
  await calls(Object(await sdk.archive(id)) as object, 'delete')
  const { items } = await sdk.archives({ sessionId })
  const left = items.filter((archive) => Reflect.get(Object(archive), 'id') === id)
  for (const archive of left) hasFields('archive', archive, { status: 'deleted' })
}

export async function broadcastStopsItself({ sdk, sessionId }: Scene<NpmOpenTok>): Promise<void> {
  const broadcast = Object(await sdk.startBroadcast(sessionId, toHls)) as object
  await calls(broadcast, 'stop')
  const after = await sdk.broadcast(String(Reflect.get(broadcast, 'id')))
  hasFields('broadcast', after, { status: 'stopped' })
}

export async function callbackUnregistersItself({ sdk }: Scene<NpmOpenTok>): Promise<void> {
  const topic = { group: 'archive', event: 'status', url: 'http://127.0.0.1:1/told' }
  const callback = Object(await sdk.registerCallback(topic)) as { readonly id: string }
  try {
    await calls(callback, 'unregister')
  } finally {
    await sdk.unregisterCallback(callback.id)
  }
}
