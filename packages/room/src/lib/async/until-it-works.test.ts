import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { refusalError } from '../backend/refusal.ts'
import { RoomError } from '../errors/room-error.ts'
import { untilItWorks } from './until-it-works.ts'

const answer = (status: number, headers: Record<string, string> = {}) =>
  refusalError(new Response('', { status, headers }), {})

/** Tries against a server that gives these errors first; how often it was asked, and at which times. */
async function tryAgainst(t: TestContext, errors: readonly Error[]) {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] })
  const times: number[] = []
  const left = [...errors]
  const done = untilItWorks(async () => {
    times.push(Date.now())
    const error = left.shift()
    if (error) throw error
    return 'in'
  }, new AbortController().signal)
  const outcomes: (string | RoomError)[] = []
  done.then(
    (value) => outcomes.push(value),
    (error: RoomError) => outcomes.push(error),
  )
  for (let second = 0; second < 700 && outcomes.length === 0; second += 1) {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    t.mock.timers.tick(1000)
  }
  return { times, outcome: outcomes[0] }
}

for (const status of [408, 425, 429, 500, 502, 503, 504]) {
  test(`a server that answers ${status} is asked again`, async (t) => {
    const { times, outcome } = await tryAgainst(t, [answer(status), answer(status)])
    assert.equal(outcome, 'in')
    assert.equal(times.length, 3)
  })
}

for (const status of [400, 401, 403, 404, 409, 410]) {
  test(`a server that answers ${status} has decided`, async (t) => {
    const { times, outcome } = await tryAgainst(t, [answer(status)])
    assert.ok(outcome instanceof RoomError)
    assert.equal(times.length, 1)
  })
}

test('a server that says when is asked then, in seconds or by a date, within a minute', async (t) => {
  const { times } = await tryAgainst(t, [answer(503, { 'retry-after': '20' }), answer(503)])
  assert.ok((times[1] ?? 0) - (times[0] ?? 0) >= 20_000)
  t.mock.timers.reset()
  // Refusals are read while the clock is the real one.
  const date = new Date(Date.now() + 31_000).toUTCString()
  const dated = await tryAgainst(t, [answer(429, { 'retry-after': date })])
  assert.ok((dated.times[1] ?? 0) >= 29_000)
  t.mock.timers.reset()
  const long = await tryAgainst(t, [answer(503, { 'retry-after': '86400' })])
  const waited = (long.times[1] ?? 0) - (long.times[0] ?? 0)
  assert.ok(waited >= 60_000 && waited < 70_000, `${waited}`)
})

test('the pauses grow, and are not the same for everybody', async (t) => {
  const errors = Array.from({ length: 6 }, () => new RoomError('backend-unreachable'))
  const { times } = await tryAgainst(t, errors)
  const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0))
  assert.ok(pauses.every((pause, index) => index === 0 || pause >= (pauses[index - 1] ?? 0)))
  assert.ok((pauses.at(-1) ?? 0) >= 20_000)
})
