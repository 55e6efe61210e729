import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { SignJWT } from 'jose'
import { createBackend } from '../../backend.ts'
import { memoryStore } from '../../stores/memory.ts'
import { fakePlatform } from '../../testing/fake-platform.ts'
import type { PlatformEvent } from './events.ts'
import { webhooks } from './webhooks.ts'

const secret = 'the signature secret of the account, long'
const created = {
  event: 'connectionCreated',
  sessionId: '1_x',
  timestamp: 1_790_000_000_000,
  connection: { id: 'c1', createdAt: 1, data: '{"name":"Ada"}' },
}

async function signed(body: string, { key = secret, jti = crypto.randomUUID() } = {}) {
  const payload_hash = createHash('sha256').update(body).digest('hex')
  const token = await new SignJWT({ payload_hash, api_key: '100', jti })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('Vonage')
    .setIssuedAt()
    .sign(new TextEncoder().encode(key))
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
  return { method: 'POST', body, headers }
}

function receiver(onEvent: (event: PlatformEvent) => Promise<unknown>, store = memoryStore()) {
  const { video } = fakePlatform()
  const features = [webhooks({ secrets: secret, onEvent })]
  const app = createBackend({ video, public: true, store, features })
  return async (init: RequestInit) => (await app.request('/webhooks', init)).status
}

test('a signed event is told once, as values with types', async () => {
  const heard: PlatformEvent[] = []
  const post = receiver(async (event) => heard.push(event))
  assert.equal(await post(await signed(JSON.stringify(created))), 204)
  assert.equal(heard[0]?.event, 'connectionCreated')
  assert.deepEqual(heard[0]?.connection, { id: 'c1', data: '{"name":"Ada"}' })
  assert.equal(heard[0]?.timestamp, 1_790_000_000_000)
})

test('what is told again, also at once and signed anew, has one effect (SEC-27)', async () => {
  let effects = 0
  const store = memoryStore()
  const posts = [0, 1].map(() =>
    receiver(async () => {
      effects += 1
      await new Promise((resolve) => setTimeout(resolve, 5))
    }, store),
  )
  const body = JSON.stringify(created)
  const statuses = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => posts[n % 2]?.(await signed(body))),
  )
  assert.equal(effects, 1)
  assert.ok(statuses.every((status) => status === 204 || status === 409))
  assert.equal(await posts[0]?.(await signed(body)), 204)
  assert.equal(effects, 1)
})

test('an event whose handling fails is told again, and then has its effect', async () => {
  let tries = 0
  const post = receiver(async () => {
    tries += 1
    if (tries === 1) throw new Error('database is down')
  })
  const body = JSON.stringify(created)
  assert.equal(await post(await signed(body)), 500)
  assert.equal(await post(await signed(body)), 204)
  assert.equal(tries, 2)
})

test('what is not signed, not signed by us, or was changed has no effect (SEC-26, SEC-29)', async () => {
  let effects = 0
  const post = receiver(async () => (effects += 1))
  const body = JSON.stringify(created)
  const good = await signed(body)
  const unsigned = { ...good, headers: { 'Content-Type': 'application/json' } }
  assert.equal(await post(unsigned), 401)
  assert.equal(await post(await signed(body, { key: 'another secret that is long enough' })), 401)
  assert.equal(await post({ ...good, body: body.replace('Ada', 'Eve') }), 401)
  assert.equal(await post({ ...good, body: `\uFEFF${body}` }), 401)
  assert.equal(await post({ ...good, body: JSON.stringify(created, undefined, 1) }), 401)
  assert.equal(await post(await signed('x'.repeat(2_000_000))), 413)
  assert.equal(effects, 0)
})

test('events in any order are told as they come (SEC-28)', async () => {
  const heard: (string | undefined)[] = []
  const post = receiver(async ({ event, status, reason }) =>
    heard.push(`${event} ${status ?? reason}`),
  )
  const archive = { event: 'archive', sessionId: '1_x', id: 'a' }
  for (const told of [
    { ...archive, status: 'uploaded' },
    { ...archive, status: 'stopped' },
    { ...created, event: 'connectionDestroyed', reason: 'clientDisconnected' },
    created,
    { something: 'newer than this code' },
  ]) {
    assert.equal(await post(await signed(JSON.stringify(told))), 204)
  }
  assert.deepEqual(heard, [
    'archive uploaded',
    'archive stopped',
    'connectionDestroyed clientDisconnected',
    'connectionCreated undefined',
  ])
})
