import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import { restStage } from '../testing/rest.ts'
import type { RestStage } from '../testing/rest.ts'

describe('an Audio Connector', { timeout: 20_000 }, () => {
  let server: WebSocketServer
  let uri = ''

  before(async () => {
    server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
    await once(server, 'listening')
    uri = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  after(() => {
    server.clients.forEach((socket) => socket.terminate())
    server.close()
  })

  async function connect(stage: RestStage, websocket: Readonly<Record<string, unknown>> = {}) {
    const token = await stage.clientToken()
    const body = { sessionId: stage.sessionId, token, websocket: { uri, ...websocket } }
    return stage.request('POST', '/connect', body)
  }

  /** The next socket that is opened to the server, with its first message. */
  async function nextCaller(): Promise<{ socket: WebSocket; greeting: unknown }> {
    const [socket] = (await once(server, 'connection')) as [WebSocket]
    const [data] = (await once(socket, 'message')) as [Buffer]
    return { socket, greeting: JSON.parse(data.toString('utf8')) }
  }

  it('calls the server, greets it, and is in the session until it is stopped', async () => {
    const stage = restStage()
    const alice = stage.enter('alice')
    const called = nextCaller()
    const { status, body } = await connect(stage, { headers: { room: 'support' }, audioRate: 8000 })
    assert.equal(status, 200)
    assert.equal(alice.at(-1)?.content['id'], body['connectionId'])
    const { socket, greeting } = await called
    assert.deepEqual(greeting, {
      room: 'support',
      event: 'websocket:connected',
      'content-type': 'audio/l16;rate=8000',
    })

    const closed = once(socket, 'close')
    const stop = `/connect/${String(body['id'])}/stop`
    assert.equal((await stage.request('POST', stop)).status, 200)
    await closed
    assert.ok(alice.at(-1)?.uri.endsWith(`/connection/${String(body['connectionId'])}`))
    assert.equal((await stage.request('POST', stop)).status, 404)
  })

  it('hangs up when it is put out of the session, and leaves when the server hangs up', async () => {
    const stage = restStage()
    const alice = stage.enter('alice')
    const first = nextCaller()
    const { body } = await connect(stage)
    const closed = once((await first).socket, 'close')
    await stage.request('DELETE', `/session/:session/connection/${String(body['connectionId'])}`)
    await closed

    const second = nextCaller()
    await connect(stage)
    const { socket } = await second
    const left = new Promise<void>((resolve) => {
      stage.platform.switchboard.plug(stage.sessionId, 'alice', {
        push: (_, { method }) => void (method === 'deleted' && resolve()),
        hangUp: () => undefined,
      })
    })
    socket.close()
    await left
    assert.ok(alice.length > 0)
  })

  it('has a stream when it speaks', async () => {
    const stage = restStage()
    const alice = stage.enter('alice')
    await connect(stage, { bidirectional: true })
    assert.ok(alice.at(-1)?.uri.includes('/stream/'))
    stage.platform.reset()
  })

  it('is refused for addresses, streams and headers that cannot be', async () => {
    const stage = restStage()
    const status = async (websocket: Readonly<Record<string, unknown>>) =>
      (await connect(stage, websocket)).status
    assert.equal(await status({ uri: 'http://127.0.0.1/' }), 400)
    assert.equal(await status({ uri: 'ws://127.0.0.1:1/' }), 400)
    assert.equal(await status({ streams: ['none'] }), 400)
    assert.equal(await status({ headers: { a: 'x'.repeat(512) } }), 400)
    assert.equal(await status({ audioRate: 44_100 }), 400)
    assert.equal((await connect(restStage({ mediaMode: 'relayed' }))).status, 409)
  })
})
