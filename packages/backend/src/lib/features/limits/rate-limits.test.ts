import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoryStore } from '../../stores/memory.ts'
import { hostBackend } from '../../testing/host-backend.ts'
import { storeLimiter, workersLimiter } from './limiter.ts'
import { rateLimits } from './rate-limits.ts'

test('of ten times as many at once, exactly as many as allowed come through (SEC-37, CON-10)', async () => {
  let now = 1_000_000
  const limiter = storeLimiter(memoryStore({ now: () => now }))
  const rate = { count: 30, seconds: 60 }
  const waits = await Promise.all(Array.from({ length: 300 }, () => limiter('a', rate)))
  assert.equal(waits.filter((wait) => wait === 0).length, 30)
  assert.ok(waits.every((wait) => wait === 0 || wait === 2))
  assert.equal(await limiter('b', rate), 0)
  now += 1999
  assert.equal(await limiter('a', rate), 1)
  now += 1
  assert.equal(await limiter('a', rate), 0)
  assert.equal(await limiter('a', rate), 2)
  now += 60_000
  const later = await Promise.all(Array.from({ length: 300 }, () => limiter('a', rate)))
  assert.equal(later.filter((wait) => wait === 0).length, 30)
})

test('who is refused leaves no trace, and a key is forgotten with its rate', async () => {
  let now = 1_000_000
  const store = memoryStore({ now: () => now })
  let writes = 0
  const counted = {
    ...store,
    swap: (key: string, swap: Parameters<typeof store.swap>[1]) => {
      writes += 1
      return store.swap(key, swap)
    },
  }
  const limiter = storeLimiter(counted)
  for (let n = 0; n < 100; n += 1) await limiter('a', { count: 5, seconds: 10 })
  assert.equal(writes, 5)
  now += 10_000
  assert.equal((await store.read('rate/a')).value, undefined)
})

test('a binding of Workers is asked, and its refusal says how long to wait', async () => {
  const limiter = workersLimiter({ limit: async ({ key }) => ({ success: key === 'a' }) })
  assert.equal(await limiter('a', { count: 1, seconds: 60 }), 0)
  assert.equal(await limiter('b', { count: 1, seconds: 60 }), 60)
})

/** Joins as one visitor from one address. */
function limited(options: Parameters<typeof rateLimits>[0]) {
  const ask = hostBackend({ features: [rateLimits(options)] })
  return async (room: string, who: string) => {
    const [as = '', from] = who.split(' ')
    return (await ask(`/rooms/${room}/join`, { as, ...(from && { from }) })).status
  }
}

test('an address, a visitor and a room each have their own limit', async () => {
  const lots = { count: 1000, seconds: 60 }
  const two = { count: 2, seconds: 60 }
  const byAddress = limited({ perAddress: two, perVisitor: lots, perRoom: lots })
  assert.deepEqual(
    [await byAddress('a', 'x 1.1.1.1'), await byAddress('b', 'y 1.1.1.1')],
    [200, 200],
  )
  assert.equal(await byAddress('c', 'z 1.1.1.1'), 429)
  assert.equal(await byAddress('c', 'z 1.1.1.2'), 200)
  const byVisitor = limited({ perAddress: lots, perVisitor: two, perRoom: lots })
  for (const status of [200, 200, 429]) assert.equal(await byVisitor('a', 'x'), status)
  assert.equal(await byVisitor('a', 'y'), 200)
  const byRoom = limited({ perAddress: lots, perVisitor: lots, perRoom: two })
  for (const status of [200, 200, 429]) assert.equal(await byRoom('a', 'stranger'), status)
  assert.equal(await byRoom('b', 'stranger'), 200)
})

test('strangers use up what strangers have: members and hosts still come in', async () => {
  const join = limited({ perRoom: { count: 2, seconds: 60 } })
  for (const status of [200, 200, 429]) assert.equal(await join('a', 'stranger'), status)
  for (const who of ['ada', 'bob', 'strange-host', 'stranger-host']) {
    assert.equal(await join('a', who), 200, who)
  }
})

test('requests that the rule denies cost a room nothing (SEC-37)', async () => {
  let denied = 0
  const ask = hostBackend({
    features: [rateLimits({ perRoom: { count: 2, seconds: 60 } })],
    authorize(request: Request) {
      if (request.headers.get('x-test') === 'guest') return { allow: true }
      denied += 1
      return { allow: false, status: 401 }
    },
  })
  for (let n = 0; n < 700; n += 1) await ask('/rooms/a/join', { as: 'nobody' })
  assert.equal(denied, 700)
  assert.equal((await ask('/rooms/a/join')).status, 200)
})

test('whoever comes too often is refused before the body is read', async () => {
  const ask = hostBackend({ features: [rateLimits({ perAddress: { count: 1, seconds: 60 } })] })
  const from = '1.1.1.1'
  assert.equal((await ask('/rooms/a/join', { from })).status, 200)
  const body = { name: 'x'.repeat(100_000) }
  assert.equal((await ask('/rooms/a/join', { from, body })).code, 'too-many-requests')
})

test('a whole network of IPv6 is one address', async () => {
  const two = { perAddress: { count: 1, seconds: 60 } }
  const join = limited(two)
  assert.equal(await join('a', 'x 2001:db8:1:2::1'), 200)
  assert.equal(await join('a', 'y 2001:db8:1:2:ffff::9'), 429)
  assert.equal(await join('a', 'z 2001:db8:1:3::1'), 200)
})

test('a refusal says when to come again', async () => {
  const ask = hostBackend({ features: [rateLimits({ perRoom: { count: 1, seconds: 10 } })] })
  await ask('/rooms/a/join', { as: 'stranger' })
  const refused = await ask('/rooms/a/join', { as: 'stranger' })
  assert.equal(refused.code, 'too-many-requests')
  assert.equal(refused.retryAfter, '10')
})

test('rates that allow nothing are refused', () => {
  assert.throws(() => rateLimits({ perRoom: { count: 0, seconds: 1 } }), /whole count/)
  assert.throws(() => rateLimits({ perRoom: { count: 1, seconds: 0 } }), TypeError)
})
