import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VideoError } from '@ot-room/video-api'
import { createBackend } from '../backend.ts'
import { answerSession, fakePlatform } from '../testing/fake-platform.ts'
import { createBreaker } from './breaker.ts'

const joining = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }

const outage = (retryAfter?: number) => async () => {
  throw new VideoError('upstream-error', 'down', { status: 503, retryAfter })
}

/** A breaker with a clock of its own, and how often the platform was asked. */
function breaker() {
  let time = 0
  let asked = 0
  const ask = createBreaker(() => time)
  const counted = <T>(answer: () => Promise<T>) =>
    ask(() => {
      asked += 1
      return answer()
    })
  return {
    ask: counted,
    asked: () => asked,
    pass: (ms: number) => (time += ms),
    async break(failing = outage()) {
      for (let n = 0; n < 5; n += 1) await assert.rejects(counted(failing))
    },
  }
}

test('a platform that has failed five times in a row is left alone, and visitors are told when to come again', async () => {
  let down = true
  const { video, created } = fakePlatform((created) =>
    down ? new Response('', { status: 500 }) : answerSession(created),
  )
  const app = createBackend({ video, public: true })
  const join = (n: number) => app.request(`/rooms/room-${n}/join`, joining)
  for (let n = 0; n < 5; n += 1) assert.equal((await join(n)).status, 502)
  down = false
  for (let n = 0; n < 100; n += 1) {
    const response = await join(n)
    assert.equal(response.status, 503)
    assert.equal(response.headers.get('retry-after'), '1')
    assert.equal((await response.json()).code, 'platform-busy')
  }
  assert.equal(created(), 5)
})

test('people go on joining the rooms that are open already, platform or not', async () => {
  let down = false
  const { video } = fakePlatform((created) =>
    down ? new Response('', { status: 500 }) : answerSession(created),
  )
  const app = createBackend({ video, public: true })
  assert.equal((await app.request('/rooms/open/join', joining)).status, 200)
  down = true
  for (let n = 0; n < 9; n += 1) await app.request(`/rooms/room-${n}/join`, joining)
  assert.equal((await app.request('/rooms/open/join', joining)).status, 200)
})

test('after a second one request finds out whether it is back, the others are spared', async () => {
  const { ask, asked, pass, ...it } = breaker()
  await it.break()
  await assert.rejects(
    ask(async () => 1),
    { code: 'platform-busy', retryAfter: 1 },
  )
  pass(1000)
  let answer: (value: number) => void = () => {}
  const probe = ask(() => new Promise<number>((resolve) => (answer = resolve)))
  await assert.rejects(
    ask(async () => 2),
    { code: 'platform-busy' },
  )
  assert.equal(asked(), 6)
  answer(3)
  assert.equal(await probe, 3)
  assert.equal(await ask(async () => 4), 4)
})

test('as long as it fails the pauses grow, to ten seconds and no further', async () => {
  const { ask, asked, pass, ...it } = breaker()
  await it.break()
  for (const longest of [1000, 2000, 4000, 8000, 10_000, 10_000]) {
    pass(0.74 * longest)
    await assert.rejects(ask(outage()), { code: 'platform-busy' })
    pass(0.26 * longest)
    await assert.rejects(ask(outage()), { code: 'upstream-error' })
  }
  assert.equal(asked(), 11)
})

test('the time that the platform asks for is kept, within bounds', async () => {
  const { ask, pass, ...it } = breaker()
  await it.break(outage(3600))
  pass(7000)
  await assert.rejects(
    ask(async () => 1),
    { code: 'platform-busy', retryAfter: 3 },
  )
  pass(3000)
  assert.equal(await ask(async () => 1), 1)
})

test('a platform that only says no is not ill', async () => {
  const { ask, asked } = breaker()
  for (const code of ['unauthorized', 'rejected', 'not-found', 'invalid-option'] as const) {
    for (let n = 0; n < 9; n += 1) {
      const refusal = async () => {
        throw new VideoError(code, 'no')
      }
      await assert.rejects(ask(refusal), { code })
    }
  }
  assert.equal(asked(), 36)
})
