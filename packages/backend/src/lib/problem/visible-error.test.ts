import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBackend } from '../backend.ts'
import { DeadlineError } from '../deadline.ts'
import { memoryStore } from '../stores/memory.ts'
import { answerSession, fakePlatform } from '../testing/fake-platform.ts'
import { visibleError } from './visible-error.ts'

const joining = {
  method: 'POST',
  body: '{}',
  headers: { 'Content-Type': 'application/json' },
}

const outages: readonly [
  title: string,
  answer: () => Response,
  status: number,
  code: string,
  retryAfter: string | null,
][] = [
  ['fails', () => new Response('<h1>', { status: 500 }), 502, 'platform-error', null],
  [
    'is being maintained',
    () => new Response('', { status: 503, headers: { 'Retry-After': '30' } }),
    503,
    'platform-busy',
    '30',
  ],
  [
    'limits the rate',
    () => new Response('', { status: 429, headers: { 'Retry-After': '7' } }),
    503,
    'platform-busy',
    '7',
  ],
  ['refuses the key', () => new Response('{}', { status: 403 }), 502, 'platform-refused', null],
  ['hides behind a portal', () => new Response('<html>'), 502, 'platform-error', null],
  [
    'cannot be reached',
    () => {
      throw new TypeError('fetch failed')
    },
    502,
    'platform-unreachable',
    null,
  ],
]

for (const [title, answer, status, code, retryAfter] of outages) {
  test(`a platform that ${title} makes a join fail with ${status} ${code}, and the next one works`, async () => {
    const { video } = fakePlatform((created) => (created === 1 ? answer() : answerSession(created)))
    const app = createBackend({ video, public: true })
    const response = await app.request('/rooms/a/join', joining)
    assert.equal(response.status, status)
    assert.equal(response.headers.get('retry-after'), retryAfter)
    assert.equal((await response.json()).code, code)
    assert.equal((await app.request('/rooms/a/join', joining)).status, 200)
  })
}

test('of 50 visitors during an outage all are told, after one attempt', async () => {
  const memory = memoryStore()
  let reads = 0
  let noticeAll = () => {}
  const allHaveAsked = new Promise<void>((resolve) => (noticeAll = resolve))
  const store = {
    ...memory,
    read(key: string) {
      // The first reads find nothing, the second ones a lease: then everybody waits for the leader.
      if (++reads === 100) noticeAll()
      return memory.read(key)
    },
  }
  const { video, created } = fakePlatform(async () => {
    await allHaveAsked
    return new Response('', { status: 500 })
  })
  const app = createBackend({ video, public: true, store })
  const join = async () => (await app.request('/rooms/a/join', joining)).status
  const statuses = await Promise.all(Array.from({ length: 50 }, join))
  assert.equal(statuses.filter((status) => status === 502).length, 1)
  assert.equal(statuses.filter((status) => status === 503).length, 49)
  assert.equal(created(), 1)
})

test('a creation that outlives its lease is a timeout of the platform', () => {
  assert.equal(visibleError(new DeadlineError('late')).status, 504)
})

test('a failure nobody foresaw tells the visitor nothing about the server', async () => {
  const { video } = fakePlatform()
  const broken = {
    ...video,
    generateToken: () => Promise.reject(new Error('password of db01 is wrong')),
  }
  const app = createBackend({ video: broken, public: true })
  const response = await app.request('/rooms/a/join', joining)
  assert.equal(response.status, 500)
  assert.deepEqual(await response.json(), {
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    detail: 'Something went wrong on this server.',
    code: 'internal-error',
  })
})

test('a store that fails is a 503 that tells the visitor nothing about it', async () => {
  const { video } = fakePlatform()
  const read = () => Promise.reject(new Error('password of db01 is wrong'))
  const app = createBackend({ video, public: true, store: { ...memoryStore(), read } })
  const response = await app.request('/rooms/a/join', joining)
  assert.equal(response.status, 503)
  assert.equal(response.headers.get('retry-after'), '1')
  const { code, detail } = await response.json()
  assert.equal(code, 'store-unavailable')
  assert.doesNotMatch(detail, /db01/)
})
