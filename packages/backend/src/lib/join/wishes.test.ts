import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { decodeJwt } from 'jose'
import { createBackend } from '../backend.ts'
import { roomPolicies } from '../policy/room-policies.ts'
import { fakePlatform } from '../testing/fake-platform.ts'

const post = (body: BodyInit, headers: Record<string, string> = {}) => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': 'application/json', ...headers },
})

const roles = ['publisher', 'subscriber', 'moderator', 'publisheronly'] as const

test('whatever a body, a query or headers say, the token has the role of the rule (SEC-04)', async () => {
  const { video } = fakePlatform()
  const wish = fc.oneof(fc.constantFrom(...roles, 'admin', '__proto__'), fc.jsonValue())
  const key = fc.constantFrom(
    'role',
    'Role',
    'ROLE',
    'roles',
    'claims',
    '__proto__',
    'token',
    'data',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...roles),
      fc.dictionary(key, wish),
      key,
      fc.constantFrom(...roles),
      async (role, wishes, name, wanted) => {
        const app = createBackend({ video, authorize: () => ({ allow: true, role }) })
        const headers = {
          'X-Role': wanted,
          Cookie: `${name}=${wanted}`,
          'X-Forwarded-User': wanted,
        }
        const init = post(JSON.stringify(wishes), headers)
        const response = await app.request(`/rooms/a/join?${name}=${wanted}`, init)
        const answer = await response.json()
        assert.equal(answer.role, role)
        assert.equal(decodeJwt(answer.token).role, role)
        assert.equal(decodeJwt(answer.token).session_id, answer.sessionId)
      },
    ),
    { numRuns: 300 },
  )
})

test('a token lives for at least 30 seconds and never longer than the policy or 30 days (SEC-13)', async () => {
  const { video } = fakePlatform()
  const lifetime = fc.oneof(
    fc.integer({ min: -10, max: 4_000_000 }),
    fc.constantFrom(NaN, Infinity, -Infinity, 1.5, 29, 30, 2_592_000, 2_592_001, Date.now(), '600'),
  )
  await fc.assert(
    fc.asyncProperty(lifetime, lifetime, async (own, policed) => {
      const allowed = [own, policed].every(
        (seconds) =>
          Number.isInteger(seconds) && Number(seconds) >= 30 && Number(seconds) <= 2_592_000,
      )
      const make = () =>
        createBackend({
          video,
          public: true,
          tokenLifetime: own as number,
          policies: roomPolicies([{ rooms: '*', tokenLifetime: policed as number }]),
        })
      if (!allowed) {
        assert.throws(make, TypeError)
        return
      }
      const wishes = { expireTime: 9e12, expiresIn: 1, tokenLifetime: 9e9, exp: 'never' }
      const { token } = await (
        await make().request('/rooms/a/join', post(JSON.stringify(wishes)))
      ).json()
      const { exp = NaN, iat = NaN } = decodeJwt(token)
      // A second may pass between the two readings of the clock.
      const least = Math.min(Number(own), Number(policed))
      assert.ok(exp - iat <= least && exp - iat >= least - 1, `${exp - iat} of ${least}`)
    }),
    { numRuns: 300 },
  )
})

test('no answer whatsoever may be stored or be taken for one to another origin (SEC-14)', async () => {
  const { video } = fakePlatform()
  const app = createBackend({ video, public: true, origins: ['https://site.example'] })
  for (const origin of [undefined, 'https://site.example', 'https://evil.example', 'null']) {
    for (const [path, init] of [
      ['/rooms/a/join', post('{}')],
      ['/rooms/.a/join', post('{}')],
      ['/rooms/a/join', post('[')],
      ['/rooms/a/join', { method: 'GET', headers: {} }],
      [
        '/rooms/a/join',
        { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'POST' } },
      ],
      ['/livez', { headers: {} }],
      ['/readyz', { headers: {} }],
      ['/nothing', { headers: {} }],
    ] as const) {
      const headers = { ...init.headers, ...(origin && { Origin: origin }) }
      const response = await app.request(path, { ...init, headers })
      const where = `${path} ${origin} ${response.status}`
      assert.equal(response.headers.get('cache-control'), 'no-store', where)
      assert.equal(response.headers.get('vary'), 'Origin', where)
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff', where)
    }
  }
})

test('what a page can send without asking is refused and has no effect (SEC-18)', async () => {
  const { video, created } = fakePlatform()
  const app = createBackend({ video, public: true })
  const form = new FormData()
  form.set('name', 'Ada')
  const simple: readonly BodyInit[] = [
    'name=Ada',
    form,
    new URLSearchParams({ name: 'Ada' }),
    new Blob(['{}'], { type: 'text/plain' }),
    new Blob(['{}'], { type: 'text/plain; charset=application/json' }),
    new Blob(['{}']),
  ]
  for (const body of simple) {
    const response = await app.request('/rooms/a/join', { method: 'POST', body })
    assert.equal(response.status, 415)
    assert.equal((await response.json()).code, 'content-type-unsupported')
  }
  assert.equal(created(), 0)
})

test('a token is in the body of its answer and nowhere else (SEC-15)', async () => {
  const heard: unknown[] = []
  const { video } = fakePlatform()
  const hear = (told: unknown) => heard.push(told)
  const app = createBackend({ video, public: true, log: hear, measure: hear })
  const response = await app.request('/rooms/a/join', post('{"name":"Ada"}'))
  const { token } = await response.json()
  const elsewhere = JSON.stringify([[...response.headers], response.url, heard])
  assert.equal(heard.length, 2)
  for (const part of token.split('.')) assert.ok(!elsewhere.includes(part))
})
