import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type OpenTok from 'opentok'
import { WebSocket } from 'ws'
import type { Role } from '../session/roles.ts'
import { createEmulator } from '../emulator.ts'
import type { Emulator } from '../emulator.ts'
import { openRawClient } from '../testing/raw-client.ts'
import type { RawClientOptions } from '../testing/raw-client.ts'
import { createSession, officialSdk } from '../testing/sdk.ts'

describe('the socket', { timeout: 20_000 }, () => {
  let emulator: Emulator
  let sdk: OpenTok
  let sessionId: string

  before(async () => {
    emulator = await createEmulator({ mediaRouter: 'off' })
    sdk = officialSdk(emulator)
    sessionId = await createSession(sdk, { mediaMode: 'relayed' })
  })
  after(() => emulator.close())

  const client = (token: string, differing: Partial<RawClientOptions> = {}) =>
    openRawClient({ url: emulator.url, key: emulator.apiKey, sessionId, token, ...differing })

  const join = async (role: Role, differing: Partial<RawClientOptions> = {}) => {
    const token = sdk.generateToken(differing.sessionId ?? sessionId, { role })
    const joined = await client(token, differing)
    const { status } = await joined.request('create', `/connection/${joined.id}`)
    assert.equal(status, 200)
    return joined
  }

  it('lets a client in, tells others, and tells them when it leaves for good', async () => {
    const alice = await join('moderator')
    const bob = await join('publisher')
    const created = await alice.push('created', `/connection/${bob.id}`)
    assert.equal(created.from, bob.id)
    bob.send('disconnect', { headers: [['reconnect', '']] })
    const deleted = await alice.push('deleted', `/connection/${bob.id}`)
    assert.equal(deleted.reason, 'clientDisconnected')
    assert.deepEqual(deleted.content, {})
    alice.terminate()
  })

  it('refuses bad tokens, unknown sessions and strange ids, and then still lets in', async () => {
    const token = sdk.generateToken(sessionId)
    const stranger = await client('garbage')
    const refusal = await stranger.request('create', `/connection/${stranger.id}`)
    assert.equal(refusal.status, 403)
    assert.match(JSON.stringify(refusal.body), /malformed/)
    const lost = await client(token, { sessionId: '1_nowhere' })
    assert.equal((await lost.request('create', `/connection/${lost.id}`)).status, 404)
    const posing = await client(token)
    assert.equal((await posing.request('create', '/connection/symphony.x')).status, 400)
    assert.equal((await posing.request('create', `/connection/${posing.id}`)).status, 200)
    assert.equal((await posing.request('create', '/connection/other')).status, 409)
    for (const each of [stranger, lost, posing]) each.terminate()
  })

  it('serves nobody who has not joined, or who means another session', async () => {
    const outsider = await client(sdk.generateToken(sessionId))
    assert.equal((await outsider.request('signal', '/signal/x', { data: 'hi' })).status, 403)
    const other = await createSession(sdk, { mediaMode: 'relayed' })
    const insider = await join('moderator', { sessionId: other })
    const token = sdk.generateToken(other)
    const confused = await client(token)
    assert.equal((await confused.request('signal', '/signal/x', { data: 'hi' })).status, 403)
    assert.equal((await insider.request('migrate', '/migrate')).status, 501)
    for (const each of [outsider, insider, confused]) each.terminate()
  })

  it('holds a client to its role', async () => {
    const viewer = await join('subscriber')
    const channel = [{ id: 'video1', type: 'video', active: true }]
    assert.equal((await viewer.request('create', '/stream/st', { channel })).status, 403)
    assert.equal((await viewer.request('update', '', { reason: 'mute', active: true })).status, 403)
    assert.equal((await viewer.request('delete', '/connection/x')).status, 403)
    viewer.terminate()
  })

  it('keeps what was pushed while the client was away', async () => {
    const alice = await join('publisher')
    const bob = await join('publisher')
    bob.terminate()
    await alice.request('signal', '/signal/x', { data: 'while away' })
    await bob.resume()
    assert.deepEqual((await bob.push('signal', '/signal/x')).content, { data: 'while away' })
    assert.equal((await bob.request('signal', '/signal/y', { data: 'back' })).status, 200)
    await alice.push('signal', '/signal/y')
    const gone = alice.pushes.filter(
      ({ method, uri }) => method === 'deleted' && uri.includes(bob.id),
    )
    assert.deepEqual(gone, [])
    for (const each of [alice, bob]) each.terminate()
  })

  it('repeats what was not acknowledged with the same transaction id', async () => {
    const deaf = await join('publisher', { acknowledges: false })
    const { transaction } = await deaf.push('created', `/connection/${deaf.id}`)
    const again = deaf.frame('message')
    await deaf.resume()
    await again
    const repeated = deaf.pushes.filter(({ uri }) => uri.endsWith(`/connection/${deaf.id}`))
    assert.deepEqual(
      repeated.map((push) => push.transaction),
      [transaction, transaction],
    )
    deaf.terminate()
  })

  it('says that a client is gone when it does not come back in time', async () => {
    const hasty = await createEmulator({ gracePeriodMs: 50 })
    const hastySdk = officialSdk(hasty)
    const there = await createSession(hastySdk, { mediaMode: 'relayed' })
    const enter = async () => {
      const token = hastySdk.generateToken(there)
      const joined = await client(token, { url: hasty.url, sessionId: there })
      await joined.request('create', `/connection/${joined.id}`)
      return joined
    }
    const alice = await enter()
    const bob = await enter()
    bob.terminate()
    const { reason } = await alice.push('deleted', `/connection/${bob.id}`)
    assert.equal(reason, 'networkDisconnected')
    await hasty.close()
  })

  it('says so at once of a client that cannot come back', async () => {
    const alice = await join('publisher')
    const bob = await join('publisher', { resumable: false })
    bob.terminate()
    await alice.push('deleted', `/connection/${bob.id}`)
    alice.terminate()
  })

  it('tells a client it does not know not to wait', async () => {
    const nobody = await client('', { resumable: true })
    nobody.terminate()
    await nobody.closed()
    await nobody.resume()
    assert.equal(await nobody.closed(), 1011)
  })

  it('puts out who is disconnected by force, also one who stays on the line', async () => {
    const max = await join('moderator')
    const bob = await join('publisher')
    const closed = bob.closed()
    assert.equal((await max.request('delete', `/connection/${bob.id}`)).status, 200)
    const { reason } = await bob.push('deleted', `/connection/${bob.id}`)
    assert.equal(reason, 'forceDisconnected')
    assert.equal((await bob.request('signal', '/signal/x', { data: 'still here' })).status, 403)
    assert.equal(await closed, 1000)
    max.terminate()
  })

  it('closes on bytes that are no frame, and nobody else notices', async () => {
    const alice = await join('publisher')
    for (const bytes of ['text', Uint8Array.of(), Uint8Array.of(1, 2, 3), new Uint8Array(64)]) {
      const vandal = await client('')
      const closed = vandal.closed()
      vandal.sendBytes(bytes)
      assert.equal(await closed, 1003)
    }
    const giant = await client('')
    const closed = giant.closed()
    giant.sendBytes(new Uint8Array(300 * 1024))
    assert.ok([1006, 1009].includes(await closed))
    assert.equal((await alice.request('signal', '/signal/x', { data: 'fine' })).status, 200)
    alice.terminate()
  })

  it('is found at the path a proxy URL makes, and nowhere else', async () => {
    const open = (path: string, headers = {}) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(emulator.url.replace('http', 'ws') + path, { headers })
        socket.on('open', () => resolve(101))
        socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
        socket.on('error', () => undefined)
      })
    assert.equal(await open('/localhost:4848/rumorwebsocketsv2'), 101)
    assert.equal(await open('/elsewhere'), 404)
    assert.equal(await open('/rumorwebsocketsv2', { host: 'evil.example' }), 403)
  })

  it('breaks for everybody when told to, and everybody comes back', async () => {
    const alice = await join('publisher')
    const bob = await join('publisher')
    const broken = Promise.all([alice.closed(), bob.closed()])
    emulator.dropSockets()
    assert.deepEqual(await broken, [1006, 1006])
    await Promise.all([alice.resume(), bob.resume()])
    await alice.request('signal', '/signal/z', { data: 'hi' })
    await bob.push('signal', '/signal/z')
    for (const each of [alice, bob]) each.terminate()
  })
})
