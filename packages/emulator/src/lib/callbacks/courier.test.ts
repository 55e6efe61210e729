import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { EventEmitter, on, once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, it } from 'node:test'
import { jwtVerify } from 'jose'
import { emptySession } from '../session/session.ts'
import type { Callback } from '../session/outcome.ts'
import { createFakeClock } from '../testing/fake-clock.ts'
import { createCourier } from './courier.ts'
import { createCallbackRegistry } from './registry.ts'
import type { Registration } from './registry.ts'

const secret = 'c0ffee00'.repeat(8)

interface Received {
  readonly body: { readonly event: string }
  readonly raw: string
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** A customer's server, which answers as the test says. */
async function customer(statuses: readonly number[] = []) {
  const events = new EventEmitter()
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const raw = (await request.setEncoding('utf8').toArray()).join('')
    const headers = request.headers as Received['headers']
    response.writeHead(statuses[received.length] ?? 200).end()
    received.push({ body: JSON.parse(raw), raw, headers })
    events.emit('received')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    /** Resolves when that many have come. */
    count: async (wanted: number) => {
      if (received.length >= wanted) return
      for await (const _ of on(events, 'received')) if (received.length >= wanted) return
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function stage(registrations: readonly Partial<Registration>[]) {
  const clock = createFakeClock(Date.UTC(2026, 10, 23))
  const retried = new EventEmitter()
  const lines: string[] = []
  const registry = createCallbackRegistry(
    registrations.map((registration, index) => ({
      id: String(index),
      key: '123456',
      group: 'session',
      url: 'http://127.0.0.1:1/',
      createdAt: 0,
      ...registration,
    })),
  )
  const alarm: typeof clock.alarm = (...args) => {
    const callOff = clock.alarm(...args)
    retried.emit('waiting')
    return callOff
  }
  const courier = createCourier({
    registry,
    clock: { now: clock.now, alarm },
    signatureSecret: secret,
    log: (line) => void lines.push(line),
  })
  const session = emptySession({
    id: 'S',
    key: '123456',
    mediaMode: 'routed',
    archiveMode: 'manual',
    e2ee: false,
    createdAt: 0,
  })
  const happened = (event: string, differing: Partial<Callback> = {}) =>
    courier.notify(session, { type: 'callback', group: 'session', body: { event }, ...differing })
  return { clock, courier, happened, lines, paused: () => once(retried, 'waiting') }
}

describe('a callback', () => {
  it('is signed over its very bytes, as the platform signs', async () => {
    await using server = await customer()
    const { happened, clock } = stage([{ url: server.url }])
    happened('connectionCreated')
    await server.count(1)
    const [first] = server.received
    const token = first?.headers['authorization']?.replace('Bearer ', '') ?? ''
    const { payload, protectedHeader } = await jwtVerify(token, new TextEncoder().encode(secret))
    assert.equal(protectedHeader.alg, 'HS256')
    assert.equal(payload.iss, 'Vonage')
    assert.equal(payload.iat, clock.now() / 1000)
    assert.equal(payload['api_key'], '123456')
    assert.equal(
      payload['payload_hash'],
      createHash('sha256')
        .update(first?.raw ?? '')
        .digest('hex'),
    )
    assert.match(first?.headers['content-type'] ?? '', /^application\/json/)
  })

  it('is tried again after pauses that grow, and what comes later waits for it', async () => {
    await using server = await customer([500, 503, 204])
    const { happened, clock, courier, paused, lines } = stage([{ url: server.url }])
    const firstPause = paused()
    happened('sessionCreated')
    happened('connectionCreated')
    await firstPause
    const secondPause = paused()
    clock.advance(999)
    assert.equal(server.received.length, 1)
    clock.advance(1)
    await secondPause
    clock.advance(2000)
    await server.count(4)
    assert.deepEqual(
      server.received.map(({ body }) => body.event),
      ['sessionCreated', 'sessionCreated', 'sessionCreated', 'connectionCreated'],
    )
    assert.equal(courier.list()[0]?.attempts, 3)
    assert.equal(lines.length, 2)
    assert.match(lines[0] ?? '', /\/hook failed, attempt 1: 500/)
  })

  it('is given up after a day', async () => {
    await using server = await customer([500, 500])
    const { happened, clock, courier, paused } = stage([{ url: server.url }])
    const firstPause = paused()
    happened('sessionCreated')
    await firstPause
    clock.advance(24 * 60 * 60 * 1000)
    await server.count(2)
    while (courier.list()[0]?.state === 'waiting') {
      await new Promise((resolve) => setImmediate(resolve))
    }
    assert.equal(courier.list()[0]?.state, 'given-up')
  })

  it('goes to whoever registered for its kind, and to the address given with the request instead', async () => {
    await using server = await customer()
    const { happened, courier } = stage([
      { url: `${server.url}?all` },
      { url: `${server.url}?connections`, group: 'connection', event: 'created' },
      { url: `${server.url}?streams`, group: 'stream' },
      { url: `${server.url}?other`, key: '999' },
    ])
    happened('connectionCreated')
    happened('connectionDestroyed')
    happened('started', { group: 'captions', url: `${server.url}?captions` })
    happened('started', { group: 'archive' })
    await server.count(4)
    const addresses = courier
      .list()
      .map(({ body, url }) => [body['event'], url === null ? null : new URL(url).search])
    assert.deepEqual(addresses, [
      ['connectionCreated', '?all'],
      ['connectionCreated', '?connections'],
      ['connectionDestroyed', '?all'],
      ['started', '?captions'],
      ['started', null],
    ])
    assert.equal(courier.list().at(-1)?.state, 'unaddressed')
  })

  it('is forgotten by a reset, and nothing is sent after it', async () => {
    await using server = await customer([500])
    const { happened, clock, courier, paused } = stage([{ url: server.url }])
    const firstPause = paused()
    happened('sessionCreated')
    await firstPause
    courier.reset()
    clock.advance(60_000)
    assert.deepEqual(courier.list(), [])
    assert.equal(server.received.length, 1)
  })
})
