import assert from 'node:assert/strict'
import { stoppedArchive } from '../checks/archives.ts'
import { isRefused } from '../checks/refusal.ts'
import { joinsAsHost } from '../checks/sessions.ts'
import type { Scene } from '../scene.ts'
import { hasFields } from '../shape.ts'
import { refOf } from './object-checks.ts'
import type { PythonOpenTok } from './python-verbs.ts'

const moderator = { $enum: ['Roles', 'moderator'] }
const host = { role: moderator, data: 'name=Ada & co' }

export async function legacyTokenSaysWhoSomebodyIs(scene: Scene<PythonOpenTok>): Promise<void> {
  const { sdk, sessionId } = scene
  const named = { ...host, use_jwt: false }
  const token = String(await sdk.driver.call({ call: 'generate_token', args: [sessionId], named }))
  assert.ok(token.startsWith('T1=='), 'it is no T1 token')
  await joinsAsHost(scene, token)
}

export async function sessionMakesTokens(scene: Scene<PythonOpenTok>): Promise<void> {
  const session = await scene.sdk.createSession({ mediaMode: 'routed' })
  const order = { on: refOf(session), call: 'generate_token', named: host }
  const token = String(await scene.sdk.driver.call(order))
  await joinsAsHost({ ...scene, sessionId: session.sessionId }, token)
}

export async function signalsByOldName({
  sdk,
  sessionId,
  alice,
}: Scene<PythonOpenTok>): Promise<void> {
  const signal = { type: 'chat', data: 'as before' }
  await sdk.driver.call({ call: 'signal', args: [sessionId, signal] })
  await alice.hears('signal', { type: 'signal:chat', data: 'as before', from: null })
}

export async function listsArchivesByOldName(scene: Scene<PythonOpenTok>): Promise<void> {
  const id = await stoppedArchive(scene)
  const named = { session_id: scene.sessionId, count: 1 }
  const list = await scene.sdk.driver.call({ call: 'get_archives', named })
  const [newest] = (list as { readonly items: readonly unknown[] }).items
  hasFields('archive', newest, { id })
}

export async function refusesOptionsWithoutAddress({ sdk }: Scene<PythonOpenTok>): Promise<void> {
  const order = { call: 'validate_websocket_options', args: [{}] }
  await isRefused(sdk.driver.call(order), /^InvalidWebSocketOptionsError/)
}

export async function refusesWrongSecret({ sdk }: Scene<PythonOpenTok>): Promise<void> {
  await isRefused(sdk.driver.callAsStranger({ call: 'list_archives' }), /^AuthError/)
  // The SDK wraps its own AuthError.
  await isRefused(sdk.driver.callAsStranger({ call: 'create_session' }), /invalid credentials/)
}
