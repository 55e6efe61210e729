import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { createBackend } from './backend.ts'
import type { LogEntry } from './telemetry/log.ts'
import { memoryStore } from './stores/memory.ts'
import { apiSecret, fakePlatform } from './testing/fake-platform.ts'

const { video } = fakePlatform()
const joining = {
  method: 'POST',
  body: '{"name":"Ada"}',
  headers: { 'Content-Type': 'application/json' },
}

/** What a caller without types may pass. */
function untyped(options: object): () => unknown {
  return () => Reflect.apply(createBackend, undefined, [options])
}

test('a backend that does not say who may enter is not made (SEC-01)', () => {
  const authorize = () => ({ allow: true })
  assert.throws(untyped({ video }), /Say who may enter/)
  assert.throws(untyped({ video, public: true, authorize }), /not both/)
  assert.throws(untyped({ video, public: false }), TypeError)
  assert.throws(untyped({ video, public: 'yes' }), TypeError)
  assert.throws(untyped({ video, authorize: true }), TypeError)
})

test('options that could not work are refused when the backend is made', () => {
  const open = { video, public: true }
  assert.throws(untyped({ public: true }), /createVideoApi/)
  assert.throws(untyped({ ...open, session: { archiveMode: 'always' } }), {
    name: 'VideoError',
    code: 'invalid-option',
  })
  assert.throws(untyped({ ...open, session: { mediamode: 'routed' } }), { code: 'invalid-option' })
  for (const tokenLifetime of [0, 29, 60.5, 2_592_001, NaN, '600']) {
    assert.throws(untyped({ ...open, tokenLifetime }), /tokenLifetime/)
  }
  assert.throws(untyped({ ...open, origins: ['*'] }), /exact origins/)
  assert.throws(untyped({ ...open, proxyUrl: 'javascript:alert(1)' }), /proxyUrl/)
})

test('an address that does not exist is a problem like any other', async () => {
  const app = createBackend({ video, public: true })
  for (const path of ['/', '/rooms', '/rooms/a', '/rooms//join', '/rooms/a/b/join']) {
    const response = await app.request(path, joining)
    assert.equal(response.status, 404, path)
    assert.equal(response.headers.get('content-type'), 'application/problem+json')
    assert.equal((await response.json()).code, 'route-unknown')
  }
})

test('it is alive as long as it answers, and ready when store and key work', async () => {
  const store = memoryStore()
  const app = createBackend({ video, public: true, store })
  assert.equal((await app.request('/livez')).status, 200)
  assert.equal((await app.request('/readyz')).status, 200)
  store.read = () => Promise.reject(new Error('disk is full'))
  assert.equal((await app.request('/livez')).status, 200)
  assert.equal((await app.request('/readyz')).status, 503)
})

test('pages of listed origins may join and read the answer, refusals included', async () => {
  const app = createBackend({ video, public: true, origins: ['https://site.example'] })
  const headers = { ...joining.headers, Origin: 'https://site.example' }
  for (const [path, status] of [
    ['/rooms/a/join', 200],
    ['/rooms/.a/join', 400],
    ['/nothing', 404],
  ] as const) {
    const response = await app.request(path, { ...joining, headers })
    assert.equal(response.status, status)
    assert.equal(response.headers.get('access-control-allow-origin'), 'https://site.example')
    assert.equal(response.headers.get('vary'), 'Origin')
    assert.equal(response.headers.get('cache-control'), 'no-store')
  }
})

test('pages of other origins are turned away before anything happens (SEC-17)', async () => {
  const platform = fakePlatform()
  const app = createBackend({ video: platform.video, public: true })
  for (const origin of ['https://evil.example', 'null', 'http://localhost:5173']) {
    const headers = { ...joining.headers, Origin: origin }
    const response = await app.request('/rooms/a/join', { ...joining, headers })
    assert.equal(response.status, 403)
    assert.equal(response.headers.get('access-control-allow-origin'), null)
    assert.equal((await response.json()).code, 'origin-not-allowed')
  }
  assert.equal(platform.created(), 0)
})

test('a preflight is answered for listed origins only (SEC-19)', async () => {
  const app = createBackend({ video, public: true, origins: ['https://site.example'] })
  const preflight = (Origin: string) =>
    app.request('/rooms/a/join', {
      method: 'OPTIONS',
      headers: { Origin, 'Access-Control-Request-Method': 'POST' },
    })
  const allowed = await preflight('https://site.example')
  assert.equal(allowed.status, 204)
  assert.equal(allowed.headers.get('access-control-allow-methods'), 'POST')
  assert.equal(allowed.headers.get('access-control-allow-headers'), 'authorization, content-type')
  const refused = await preflight('https://evil.example')
  assert.equal(refused.status, 403)
  assert.equal(refused.headers.get('access-control-allow-origin'), null)
})

test('the log tells what happened without names, tokens or secrets', async () => {
  const entries: LogEntry[] = []
  const log = (entry: LogEntry) => entries.push(entry)
  await createBackend({ video, public: true, log }).request('/rooms/a/join', joining)
  const broken = fakePlatform(() => new Response('{"message":"no"}', { status: 403 }))
  await createBackend({ video: broken.video, public: true, log }).request('/rooms/a/join', joining)
  const { traceId, ...joined } = entries[0] ?? assert.fail('nothing was logged')
  assert.match(traceId, /^[0-9a-f]{32}$/)
  assert.deepEqual(joined, { event: 'joined', room: 'a', role: 'publisher' })
  const refused = entries[1]
  assert.equal(refused?.event === 'refused' && refused.code, 'platform-refused')
  const text = inspect(entries, { depth: Infinity, showHidden: true })
  assert.match(text, /403: no/)
  assert.doesNotMatch(text, new RegExp(`Ada|eyJ|${apiSecret}`))
})

test('a log that throws disturbs nobody', async () => {
  const log = () => {
    throw new Error('log is full')
  }
  const app = createBackend({ video, public: true, log })
  assert.equal((await app.request('/rooms/a/join', joining)).status, 200)
})
