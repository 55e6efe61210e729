import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jwtVerify } from 'jose'
import { createBackend } from '../backend.ts'
import { apiSecret, fakePlatform } from '../testing/fake-platform.ts'

const secret = new TextEncoder().encode(apiSecret)

function post(body: BodyInit, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } }
}

test('a visitor of a public room gets what it takes to enter, and nothing may store it', async () => {
  const { video } = fakePlatform()
  const app = createBackend({ video, public: true })
  const response = await app.request('/rooms/Support/join', post('{"name":" Ada "}'))
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('cache-control'), 'no-store')
  const { token, expiresAt, ...credentials } = await response.json()
  assert.deepEqual(credentials, {
    applicationId: '100',
    sessionId: '1_session1',
    role: 'publisher',
    mediaMode: 'relayed',
    room: 'support',
    name: 'Ada',
  })
  const { payload } = await jwtVerify(token, secret)
  assert.equal(payload.session_id, '1_session1')
  assert.equal(payload.role, 'publisher')
  assert.equal(payload.connection_data, '{"name":"Ada"}')
  assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 600)
  assert.equal(expiresAt, new Date((payload.exp ?? 0) * 1000).toISOString())
})

test('a visitor without a name enters without connection data', async () => {
  const { video } = fakePlatform()
  const response = await createBackend({ video, public: true }).request('/rooms/a/join', post('{}'))
  const { token, ...credentials } = await response.json()
  assert.ok(!('name' in credentials))
  assert.ok(!('connection_data' in (await jwtVerify(token, secret)).payload))
})

test('rooms keep their session, their mode and their token lifetime as configured', async () => {
  const { video, created } = fakePlatform()
  const app = createBackend({
    video,
    public: true,
    session: { mediaMode: 'routed' },
    tokenLifetime: 60,
    proxyUrl: 'http://127.0.0.1:4848',
  })
  const join = async (room: string) => (await app.request(`/rooms/${room}/join`, post('{}'))).json()
  const first = await join('a')
  const second = await join('%41')
  assert.equal(first.mediaMode, 'routed')
  assert.equal(first.proxyUrl, 'http://127.0.0.1:4848')
  assert.equal(second.sessionId, first.sessionId)
  assert.notEqual(second.token, first.token)
  assert.notEqual((await join('b')).sessionId, first.sessionId)
  assert.equal(created(), 2)
  const { payload } = await jwtVerify(first.token, secret)
  assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 60)
})

test('role and name come from the rule, whatever the visitor sends (SEC-03, SEC-10)', async () => {
  const { video } = fakePlatform()
  const app = createBackend({
    video,
    authorize: () => ({ allow: true, role: 'subscriber', name: 'Ada Lovelace' }),
  })
  const wishes = {
    name: 'Root',
    role: 'moderator',
    sessionId: '1_mine',
    expireTime: 9e9,
    data: 'x',
  }
  const headers = { 'X-Role': 'moderator', 'X-HTTP-Method-Override': 'PUT' }
  const url = '/rooms/a/join?role=moderator&sessionId=1_mine'
  const response = await app.request(url, post(JSON.stringify(wishes), headers))
  const { role, name, sessionId, token } = await response.json()
  assert.deepEqual(
    { role, name, sessionId },
    {
      role: 'subscriber',
      name: 'Ada Lovelace',
      sessionId: '1_session1',
    },
  )
  const { payload } = await jwtVerify(token, secret)
  assert.equal(payload.role, 'subscriber')
  assert.equal(payload.connection_data, '{"name":"Ada Lovelace"}')
})

test('a rule reads headers, body and the canonical name of the room', async () => {
  const { video } = fakePlatform()
  const app = createBackend({
    video,
    async authorize(request, room) {
      const { ticket } = await request.json()
      const signedIn = request.headers.get('authorization') === 'Bearer 1' && ticket === 7
      return signedIn && room === 'a' ? { allow: true } : { allow: false, status: 401 }
    },
  })
  const admitted = post('{"ticket":7}', { Authorization: 'Bearer 1' })
  assert.equal((await app.request('/rooms/A/join', admitted)).status, 200)
  assert.equal((await app.request('/rooms/A/join', post('{"ticket":7}'))).status, 401)
})

test('a visitor who is denied causes no session and leaves no trace in the store (SEC-02)', async () => {
  const { video, created } = fakePlatform()
  const app = createBackend({ video, authorize: () => ({ allow: false, reason: 'Members only.' }) })
  const response = await app.request('/rooms/a/join', post('{}'))
  assert.equal(response.status, 403)
  assert.equal(response.headers.get('content-type'), 'application/problem+json')
  assert.deepEqual(await response.json(), {
    type: 'about:blank',
    title: 'Forbidden',
    status: 403,
    detail: 'Members only.',
    code: 'not-allowed',
  })
  assert.equal(created(), 0)
})

const unreadable: readonly [title: string, status: number, code: string, init: RequestInit][] = [
  ['plain text', 415, 'content-type-unsupported', post('{}', { 'Content-Type': 'text/plain' })],
  [
    'a form',
    415,
    'content-type-unsupported',
    { method: 'POST', body: new URLSearchParams({ name: 'Ada' }) },
  ],
  ['no content type', 415, 'content-type-unsupported', { method: 'POST' }],
  [
    'a content type that only begins like JSON',
    415,
    'content-type-unsupported',
    post('{}', { 'Content-Type': 'application/json-patch+json' }),
  ],
  ['nothing', 400, 'body-invalid', post('')],
  ['half a body', 400, 'body-invalid', post('{"name":')],
  ['an array', 400, 'body-invalid', post('[]')],
  ['null', 400, 'body-invalid', post('null')],
  ['a text', 400, 'body-invalid', post('"Ada"')],
  ['bytes that are not UTF-8', 400, 'body-invalid', post(new Uint8Array([0x7b, 0xff, 0x7d]))],
  ['a name that is no text', 400, 'visitor-name-invalid', post('{"name":{"toString":1}}')],
  ['an empty name', 400, 'visitor-name-invalid', post('{"name":""}')],
  ['a long name', 400, 'visitor-name-invalid', post(`{"name":"${'x'.repeat(65)}"}`)],
  ['a name of 1 MB', 413, 'body-too-large', post(`{"name":"${'x'.repeat(1_000_000)}"}`)],
]

for (const [title, status, code, init] of unreadable) {
  test(`a join with ${title} is answered ${status} ${code} and has no effect`, async () => {
    const { video, created } = fakePlatform()
    const response = await createBackend({ video, public: true }).request('/rooms/a/join', init)
    assert.equal(response.status, status)
    assert.equal((await response.json()).code, code)
    assert.equal(created(), 0)
  })
}

test('a body is not read beyond 16 KiB, even when its length is not announced (SEC-39)', async () => {
  let sent = 0
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1024
      controller.enqueue(new Uint8Array(1024).fill(0x20))
    },
  })
  const { video } = fakePlatform()
  const init = { ...post(endless), duplex: 'half' } as const
  const response = await createBackend({ video, public: true }).request('/rooms/a/join', init)
  assert.equal(response.status, 413)
  assert.ok(sent < 64 * 1024)
})

test('a name of 16 KiB less the quotes is read and refused as a name', async () => {
  const { video } = fakePlatform()
  const body = `{"name":"${'x'.repeat(16 * 1024 - 11)}"}`
  assert.equal(body.length, 16 * 1024)
  const response = await createBackend({ video, public: true }).request('/rooms/a/join', post(body))
  assert.equal(response.status, 400)
})

test('names of rooms that could escape the path are refused (SEC-09)', async () => {
  const { video, created } = fakePlatform()
  const app = createBackend({ video, public: true })
  for (const room of [
    '..%2fadmin',
    '%2e%2e%2f',
    'a%00',
    '%E2%80%AEa',
    '%zz',
    'x'.repeat(65),
    '%20',
  ]) {
    const response = await app.request(`/rooms/${room}/join`, post('{}'))
    assert.equal(response.status, 400, room)
    assert.equal((await response.json()).code, 'room-name-invalid')
  }
  assert.equal(created(), 0)
})

test('a room named after an object member is a room like any other (SEC-09)', async () => {
  const { video } = fakePlatform()
  const app = createBackend({ video, public: true })
  for (const room of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const response = await app.request(`/rooms/${room}/join`, post('{}'))
    assert.equal(response.status, 200, room)
    assert.equal((await response.json()).room, room.toLowerCase())
  }
})

test('only POST joins; every other method is answered 405 without an effect (SEC-20)', async () => {
  const { video, created } = fakePlatform()
  const app = createBackend({ video, public: true })
  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const response = await app.request('/rooms/a/join', { method })
    assert.equal(response.status, 405, method)
    assert.equal(response.headers.get('allow'), 'POST')
  }
  assert.equal(created(), 0)
})

test('10000 visitors who come at once to a new room meet in one session', async () => {
  const { video, created } = fakePlatform()
  const app = createBackend({ video, public: true })
  const join = async () => (await app.request('/rooms/a/join', post('{}'))).json()
  const joins = await Promise.all(Array.from({ length: 10_000 }, join))
  assert.equal(new Set(joins.map(({ sessionId }) => sessionId)).size, 1)
  assert.equal(new Set(joins.map(({ token }) => token)).size, 10_000)
  assert.equal(created(), 1)
})
