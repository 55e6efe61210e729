import assert from 'node:assert/strict'
import type { Scene } from '../scene.ts'
import type { ClassList, StreamList } from './streams.ts'

export interface SessionOptions {
  readonly mediaMode: 'routed' | 'relayed'
  readonly archiveMode?: 'always' | 'manual'
}

export interface TokenOptions {
  readonly role?: 'moderator' | 'publisher' | 'subscriber'
  readonly data?: string
  readonly initialLayoutClassList?: readonly string[]
}

/** How an SDK makes sessions and client tokens. */
export interface Sessions {
  createSession(options: SessionOptions): Promise<{ readonly sessionId: string }>
  token(sessionId: string, options: TokenOptions): Promise<string>
}

/** Session info of OpenTok.js says how media goes. */
export async function createsSessionsOfBothModes(scene: Scene<Sessions>): Promise<void> {
  const { sdk } = scene
  const relayed = await sdk.createSession({ mediaMode: 'relayed' })
  const routed = await sdk.createSession({ mediaMode: 'routed' })
  assert.notEqual(relayed.sessionId, routed.sessionId)
  assert.equal(await preference(scene, relayed.sessionId), 'enabled')
  assert.equal(await preference(scene, routed.sessionId), 'disabled')
}

export async function archivesFromTheStart({
  sdk,
  stage,
  applicationId,
}: Scene<Sessions>): Promise<void> {
  const { sessionId } = await sdk.createSession({ mediaMode: 'routed', archiveMode: 'always' })
  const token = await sdk.token(sessionId, {})
  const eve = await stage.eve.join({ applicationId, sessionId, token })
  try {
    await eve.hears('archiveStarted')
  } finally {
    await eve.leave()
  }
}

/** A page that joins with the token can do what the role allows and carries the data. */
export async function tokenSaysWhoSomebodyIs(scene: Scene<Sessions>): Promise<void> {
  const options = { role: 'moderator', data: 'name=Ada & co' } as const
  await joinsAsHost(scene, await scene.sdk.token(scene.sessionId, options))
}

/** What the token's bearer publishes starts with the layout classes of the token. */
export async function tokenGivesLayoutClasses(scene: Scene<Sessions & StreamList>): Promise<void> {
  const { sdk, stage, sessionId } = scene
  const eve = await stage.eve.join(
    await scene.ticket({ initialLayoutClassList: ['full', 'focus'] }),
  )
  try {
    const streams = (await sdk.streams(sessionId)) as readonly ClassList[]
    const hers = streams.find(({ id }) => id === eve.streamId)
    assert.deepEqual(hers?.layoutClassList, ['full', 'focus'])
  } finally {
    await eve.leave()
  }
}

/** Joins with a token of a moderator whose data is `name=Ada & co`, and looks at both from inside the page. */
export async function joinsAsHost(scene: Scene<unknown>, token: string): Promise<void> {
  const { stage, applicationId, sessionId } = scene
  const eve = await stage.eve.join({ applicationId, sessionId, token }, { publish: 'nothing' })
  try {
    const seen = await eve.page.evaluate(() => {
      const { session } = (globalThis as unknown as { room: { session: OT.Session } }).room
      return {
        data: session.connection?.data,
        forceDisconnect: session.capabilities.forceDisconnect,
        publish: session.capabilities.publish,
      }
    })
    assert.deepEqual(seen, { data: 'name=Ada & co', forceDisconnect: 1, publish: 1 })
  } finally {
    await eve.leave()
  }
}

async function preference({ stage, sdk }: Scene<Sessions>, sessionId: string): Promise<unknown> {
  const answer = await fetch(`${stage.platform.url}/session/${sessionId}?extended=true`, {
    headers: { 'x-opentok-auth': await sdk.token(sessionId, {}), accept: 'application/json' },
  })
  const [info] = (await answer.json()) as {
    properties?: { p2p?: { preference?: { value?: string } } }
  }[]
  return info?.properties?.p2p?.preference?.value
}
