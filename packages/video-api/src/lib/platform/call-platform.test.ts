import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { test } from 'node:test'
import type { ServerResponse } from 'node:http'
import { project } from '../testing/example-account.ts'
import { stubPlatform } from '../testing/stub-platform.ts'
import { createVideoApi } from '../video-api.ts'

const refusals = [
  [400, 'rejected'],
  [401, 'unauthorized'],
  [403, 'unauthorized'],
  [404, 'not-found'],
  [409, 'rejected'],
  [413, 'rejected'],
  [422, 'rejected'],
  [429, 'rate-limited'],
  [500, 'upstream-error'],
  [502, 'upstream-error'],
  [503, 'upstream-error'],
  [504, 'upstream-error'],
  [301, 'unexpected-response'],
  [307, 'unexpected-response'],
] as const

for (const [status, code] of refusals) {
  test(`a platform that answers ${status} fails as ${code}, without a second try`, async (t) => {
    const { url, requests } = await stubPlatform(t, (response) => {
      response.writeHead(status, { Location: 'http://127.0.0.1:9/' }).end('<h1>No</h1>')
    })
    const video = createVideoApi({ ...project, apiUrl: url })
    await assert.rejects(video.createSession(), { name: 'VideoError', code, status })
    assert.equal(requests.length, 1)
  })
}

test('the reason the platform gives is passed on', async (t) => {
  const { url } = await stubPlatform(t, (response) => {
    response.writeHead(403).end('{"code":-1,"message":"Invalid signature"}')
  })
  const video = createVideoApi({ ...project, apiUrl: url })
  await assert.rejects(video.createSession(), { message: /\(403: Invalid signature\)/ })
})

const brokenAnswers: readonly [title: string, answer: (response: ServerResponse) => void][] = [
  ['HTML', (response) => response.end('<html>Log in to the airport network</html>')],
  ['nothing', (response) => response.writeHead(204).end()],
  ['XML', (response) => response.end('<sessions><Session/></sessions>')],
  ['invalid UTF-8', (response) => response.end(Buffer.from([0xff, 0xfe, 0x00]))],
  [
    'megabytes of space around the session',
    (response) => response.end(`${' '.repeat(10_000_000)}[{"session_id":"1_x"}]`),
  ],
]

for (const [title, answer] of brokenAnswers) {
  test(`a success with ${title} is an unexpected response`, async (t) => {
    const { url } = await stubPlatform(t, answer)
    const video = createVideoApi({ ...project, apiUrl: url })
    await assert.rejects(video.createSession(), { code: 'unexpected-response' })
  })
}

const brokenConnections: readonly [title: string, answer: (response: ServerResponse) => void][] = [
  ['is reset before the answer', (response) => response.socket?.destroy()],
  [
    'breaks off within the body',
    (response) => {
      response.writeHead(200, { 'Content-Length': 100 }).write('[{"session')
      setImmediate(() => response.socket?.destroy())
    },
  ],
  [
    'carries garbage that claims to be gzip',
    (response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('not gzip'),
  ],
]

for (const [title, answer] of brokenConnections) {
  test(`a connection that ${title} is a network failure with its cause`, async (t) => {
    const { url } = await stubPlatform(t, answer)
    const video = createVideoApi({ ...project, apiUrl: url })
    await assert.rejects(video.createSession(), (error: Error & { code?: string }) => {
      assert.equal(error.code, 'network')
      assert.ok(error.cause instanceof Error)
      return true
    })
  })
}

test('a platform that is not there is a network failure', async () => {
  const gone = createServer().listen(0, '127.0.0.1')
  await once(gone, 'listening')
  const address = gone.address()
  const port = typeof address === 'object' ? address?.port : undefined
  await new Promise((resolve) => gone.close(resolve))
  const video = createVideoApi({ ...project, apiUrl: `http://127.0.0.1:${port}` })
  await assert.rejects(video.createSession(), { code: 'network', message: /could not be reached/ })
})

test('the timeout counts the whole answer, even one that trickles', async (t) => {
  const { url } = await stubPlatform(t, (response) => {
    response.writeHead(200)
    const trickle = setInterval(() => response.write(' '), 10)
    response.on('close', () => clearInterval(trickle))
  })
  const video = createVideoApi({ ...project, apiUrl: url, timeoutMs: 100 })
  await assert.rejects(video.createSession(), { code: 'timeout', message: /within 100 ms/ })
})

test('the timeout holds for a platform that stays silent, and the connection is let go', async (t) => {
  const silent = new EventTarget()
  const { url } = await stubPlatform(t, (response) => {
    response.on('close', () => silent.dispatchEvent(new Event('left')))
  })
  const left = once(silent, 'left')
  const video = createVideoApi({ ...project, apiUrl: url, timeoutMs: 50 })
  await assert.rejects(video.createSession(), { code: 'timeout' })
  await left
})

test('the timeout is 5 seconds by default and holds for a fetch that ignores its signal', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const asked = new EventTarget()
  const deaf = () => {
    asked.dispatchEvent(new Event('asked'))
    return new Promise<Response>(() => {})
  }
  const session = createVideoApi({ ...project, fetch: deaf }).createSession()
  await once(asked, 'asked')
  t.mock.timers.tick(4999)
  const early = await Promise.race([session, Promise.resolve('pending')])
  t.mock.timers.tick(1)
  assert.equal(early, 'pending')
  await assert.rejects(session, { code: 'timeout', message: /5000 ms/ })
})

test('a caller can give up, before or during the request, and the reason is kept', async (t) => {
  const leaving = new Error('leaving')
  const life = new AbortController()
  const { url, requests } = await stubPlatform(t, () => life.abort(leaving))
  const video = createVideoApi({ ...project, apiUrl: url })
  const aborted = { code: 'aborted', cause: leaving }
  await assert.rejects(video.createSession({ signal: life.signal }), aborted)
  await assert.rejects(video.createSession({ signal: life.signal }), aborted)
  assert.equal(requests.length, 1)
})
