import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { roomUrl } from './ask-backend.ts'
import { requestCredentials } from './request-credentials.ts'

function ask(fetcher: typeof fetch, name?: string) {
  return requestCredentials({
    endpoint: 'https://rooms.example/api',
    room: 'tea & cake',
    fetch: fetcher,
    signal: new AbortController().signal,
    onWaiting: () => {},
    ...(name !== undefined && { name }),
  })
}

test('the room’s name is one segment of the address and the query stays', () => {
  assert.equal(
    roomUrl('https://x.example/api/', 'a/b', 'join').href,
    'https://x.example/api/rooms/a%2Fb/join',
  )
  const { href } = roomUrl('https://x.example?v=1', 'a', 'join')
  assert.equal(href, 'https://x.example/rooms/a/join?v=1')
})

test('an address may say where in it the path goes', () => {
  const endpoint = 'https://x.example/index.php?route=/v1/{path}'
  const { href, searchParams } = roomUrl(endpoint, 'a$&b', 'join')
  assert.equal(href, 'https://x.example/index.php?route=/v1/rooms/a%24%26b/join')
  assert.equal(searchParams.get('route'), '/v1/rooms/a$&b/join')
})

test('a name is sent and the credentials come back', async () => {
  const backend = createFakeBackend()
  const credentials = await ask(backend.fetch, 'Ada')
  assert.equal(credentials.sessionId, 'fake-session')
  assert.deepEqual(backend.requests, [
    { url: 'https://rooms.example/api/rooms/tea%20%26%20cake/join', body: { name: 'Ada' } },
  ])
})

test('a refusal keeps the backend’s code and detail', async () => {
  const body = { code: 'forbidden', detail: 'Members only.' }
  await assert.rejects(ask(createFakeBackend({ status: 403, body }).fetch), {
    code: 'join-refused',
    refusal: { status: 403, code: 'forbidden', detail: 'Members only.' },
  })
})

test('a room name that the backend does not take has its own code', async () => {
  const answer = { status: 400, body: { code: 'room-name-invalid' } }
  await assert.rejects(ask(createFakeBackend(answer).fetch), { code: 'room-name-invalid' })
})

test('an error page is a refusal and a success that is not credentials makes no sense', async () => {
  const page: typeof fetch = async () => new Response('<h1>Bad gateway</h1>', { status: 502 })
  await assert.rejects(ask(page), {
    code: 'join-refused',
    refusal: { status: 502, code: 'http-502' },
  })
  await assert.rejects(ask(createFakeBackend({ body: { ok: true } }).fetch), {
    code: 'backend-invalid',
  })
})

test('a backend that does not answer is unreachable', async () => {
  const cause = new TypeError('fetch failed')
  await assert.rejects(
    ask(() => Promise.reject(cause)),
    { code: 'backend-unreachable', cause },
  )
})
