import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import { project } from '../testing/example-account.ts'
import { answerJson, stubPlatform } from '../testing/stub-platform.ts'
import { createVideoApi } from '../video-api.ts'
import type { VideoApi } from '../video-api.ts'
import { pauseMs } from './repeat.ts'

const id = '00000000-0000-4000-8000-000000000001'
const archive = { id, status: 'started', sessionId: '1_x' }

const repeated: readonly (readonly [string, (video: VideoApi) => Promise<unknown>])[] = [
  ['reading', (video) => video.archives.get(id)],
  ['replacing', (video) => video.archives.setLayout(id, { type: 'pip' })],
]
const sentOnce: readonly (readonly [string, (video: VideoApi) => Promise<unknown>])[] = [
  ['creating a session', (video) => video.createSession()],
  ['starting an archive', (video) => video.archives.start('1_x')],
  ['a signal', (video) => video.signals.send('1_x', { data: 'x' })],
  ['deleting', (video) => video.archives.delete(id)],
  ['adding a stream', (video) => video.archives.addStream(id, id)],
]

describe('what fails for a moment', () => {
  for (const [what, ask] of repeated) {
    for (const status of [429, 500, 503] as const) {
      it(`is asked for again after ${status}: ${what}`, async (t) => {
        const { url, requests } = await stubPlatform(t, (response) => {
          if (requests.length < 3) response.writeHead(status).end('{}')
          else answerJson(response, archive)
        })
        await ask(createVideoApi({ ...project, apiUrl: url }))
        assert.equal(requests.length, 3)
      })
    }

    it(`is asked for again when the connection breaks: ${what}`, async (t) => {
      const { url, requests } = await stubPlatform(t, (response) => {
        if (requests.length === 1) response.socket?.destroy()
        else answerJson(response, archive)
      })
      await ask(createVideoApi({ ...project, apiUrl: url }))
      assert.equal(requests.length, 2)
    })
  }

  for (const [what, ask] of sentOnce) {
    it(`is not asked for again, because a repeat would not be the same: ${what}`, async (t) => {
      const { url, requests } = await stubPlatform(t, (response) => {
        response.writeHead(503, { 'Retry-After': '0' }).end()
      })
      await assert.rejects(ask(createVideoApi({ ...project, apiUrl: url })), { status: 503 })
      assert.equal(requests.length, 1)
    })
  }

  it('is given up after as many repeats as were wanted', async (t) => {
    const { url, requests } = await stubPlatform(t, (response) => response.writeHead(503).end())
    for (const [retries, sent] of [
      [0, 1],
      [1, 3],
    ] as const) {
      const video = createVideoApi({ ...project, apiUrl: url, retries })
      await assert.rejects(video.archives.get(id), { code: 'upstream-error' })
      assert.equal(requests.length, sent)
    }
  })
})

test('a refusal that will not pass is not repeated', async (t) => {
  for (const status of [400, 403, 404, 409]) {
    const { url, requests } = await stubPlatform(t, (response) => response.writeHead(status).end())
    const video = createVideoApi({ ...project, apiUrl: url })
    await assert.rejects(video.archives.get(id), { status })
    assert.equal(requests.length, 1)
  }
})

test('a wait that the platform asks for is not begun when it would outlast the deadline', async (t) => {
  const { url, requests } = await stubPlatform(t, (response) => {
    response.writeHead(429, { 'Retry-After': '6' }).end()
  })
  const video = createVideoApi({ ...project, apiUrl: url, timeoutMs: 5000 })
  await assert.rejects(video.archives.get(id), { code: 'rate-limited', retryAfter: 6 })
  assert.equal(requests.length, 1)
})

test('all repeats together end within the one deadline', async (t) => {
  const { url, requests } = await stubPlatform(t, (response) => {
    if (requests.length === 1) response.socket?.destroy()
  })
  const video = createVideoApi({ ...project, apiUrl: url, timeoutMs: 500 })
  await assert.rejects(video.archives.get(id), { code: 'timeout', message: /500 ms/ })
  assert.equal(requests.length, 2)
})

test('giving up ends the wait before a repeat as well', async (t) => {
  const life = new AbortController()
  const { url, requests } = await stubPlatform(t, (response) => {
    response.writeHead(429, { 'Retry-After': '4' }).end(() => life.abort())
  })
  const video = createVideoApi({ ...project, apiUrl: url })
  await assert.rejects(video.archives.get(id, { signal: life.signal }), { code: 'aborted' })
  assert.equal(requests.length, 1)
})

test('pauses grow, at random, so that those who failed together come back apart', () => {
  const pause = (repeat: number, chance: number) =>
    pauseMs({ repeat, chance, retryAfter: undefined })
  assert.deepEqual([pause(0, 1), pause(1, 1), pause(2, 1)], [100, 200, 400])
  assert.deepEqual([pause(0, 0), pause(2, 0.5)], [0, 200])
  assert.equal(pauseMs({ repeat: 0, retryAfter: 7, chance: 0 }), 7000)
  assert.equal(pauseMs({ repeat: 3, retryAfter: 7, chance: 1 }), 7100)
})
