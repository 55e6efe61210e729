import assert from 'node:assert/strict'
import { once, on } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import type OpenTok from 'opentok'
import { createEmulator } from './emulator.ts'
import type { Emulator } from './emulator.ts'
import { openRawClient } from './testing/raw-client.ts'
import type { RawClient } from './testing/raw-client.ts'
import { createSession, officialSdk } from './testing/sdk.ts'

type Fields = Readonly<Record<string, unknown>>

describe('the official SDK', { timeout: 20_000 }, () => {
  let emulator: Emulator
  let sdk: OpenTok
  let sessionId: string
  let client: RawClient

  before(async () => {
    emulator = await createEmulator({ mediaRouter: 'off' })
    sdk = officialSdk(emulator)
    sessionId = await createSession(sdk, { mediaMode: 'routed' })
    const { url, apiKey: key } = emulator
    client = await openRawClient({ url, key, sessionId, token: sdk.generateToken(sessionId) })
    await client.request('create', `/connection/${client.id}`)
    await client.request('create', '/stream/st', { channel: [{ id: 'video1', type: 'video' }] })
  })

  after(() => emulator.close())

  it('starts, follows, stops and deletes an archive, and clients see it', async () => {
    const start = promisify(sdk.startArchive.bind(sdk))
    const archive = await start(sessionId, { name: 'a call', streamMode: 'manual' })
    const id = String(archive['id'])
    assert.deepEqual((await client.push('created', `/archive/${id}`)).content, {
      id,
      name: 'a call',
      status: 'started',
    })
    await assert.rejects(start(sessionId, {}), /give each archive its own multiArchiveTag/)

    await promisify(sdk.setArchiveLayout.bind(sdk))(id, 'bestFit', null, 'pip')
    await promisify(sdk.addArchiveStream.bind(sdk))(id, 'st', { hasAudio: false })
    const running = await promisify(sdk.getArchive.bind(sdk))(id)
    assert.deepEqual(running['streams'], [{ streamId: 'st', hasAudio: false, hasVideo: true }])
    await promisify(sdk.removeArchiveStream.bind(sdk))(id, 'st')
    await assert.rejects(promisify(sdk.deleteArchive.bind(sdk))(id))

    const stopped = await promisify(sdk.stopArchive.bind(sdk))(id)
    assert.deepEqual([stopped['status'], stopped['reason']], ['stopped', 'user initiated'])
    assert.deepEqual((await client.push('updated', `/archive/${id}`)).content, {
      status: 'stopped',
    })
    await assert.rejects(promisify(sdk.stopArchive.bind(sdk))(id), /not being recorded/)
    const [listed] = await list((done) => sdk.listArchives({ sessionId, count: 1 }, done))
    assert.equal(listed?.['id'], id)
  })

  it('finds the link to a finished archive in its callback', async () => {
    const receiver = createServer()
    await once(receiver.listen(0, '127.0.0.1'), 'listening')
    const { port } = receiver.address() as AddressInfo
    emulator.seed({ callbacks: [{ group: 'archive', url: `http://127.0.0.1:${port}/` }] })
    const requests = on(receiver, 'request')
    const archive = await promisify(sdk.startArchive.bind(sdk))(sessionId, {})
    await promisify(sdk.stopArchive.bind(sdk))(String(archive['id']))
    for await (const { status, url } of bodiesOf(requests)) {
      if (status !== 'available') continue
      assert.equal((await fetch(String(url))).status, 501)
      break
    }
    receiver.close()
  })

  it('names the mode when streams of an automatic selection are to change', async () => {
    const archive = await promisify(sdk.startArchive.bind(sdk))(sessionId, {
      multiArchiveTag: 'auto',
    })
    const id = String(archive['id'])
    await assert.rejects(
      promisify(sdk.addArchiveStream.bind(sdk))(id, 'st', {}),
      /Unsupported Stream Mode/,
    )
  })

  it('starts, follows and stops a broadcast', async () => {
    const outputs = { hls: {}, rtmp: [{ id: 'r', serverUrl: 'rtmp://a/b', streamName: 'c' }] }
    const options = { outputs, streamMode: 'manual' }
    const broadcast = await promisify(sdk.startBroadcast.bind(sdk))(sessionId, options)
    const id = String(broadcast['id'])
    assert.equal(broadcast['status'], 'started')
    await promisify(sdk.setBroadcastLayout.bind(sdk))(id, 'pip', null, null)
    await promisify(sdk.addBroadcastStream.bind(sdk))(id, 'st', {})
    await promisify(sdk.removeBroadcastStream.bind(sdk))(id, 'st')
    const [listed] = await list((done) => sdk.listBroadcasts({ sessionId }, done))
    assert.equal(listed?.['id'], id)
    const stopped = await promisify(sdk.stopBroadcast.bind(sdk))(id)
    assert.deepEqual([stopped['status'], stopped['broadcastUrls']], ['stopped', null])
  })
})

async function list(
  ask: (done: (error: Error | null, items: readonly Fields[]) => void) => void,
): Promise<readonly Fields[]> {
  return new Promise((resolve, reject) => {
    ask((error, items) => (error === null ? resolve(items) : reject(error)))
  })
}

/** The callbacks that arrive, each of them answered. */
async function* bodiesOf(requests: AsyncIterable<unknown[]>): AsyncGenerator<Fields> {
  for await (const [request, response] of requests) {
    const body = await json(request as IncomingMessage)
    ;(response as ServerResponse).end()
    yield body as Fields
  }
}
