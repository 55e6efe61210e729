import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startStack, type Stack } from '../support/stack.ts'

describe('bad input at the join endpoint', () => {
  let stack: Stack

  before(async () => {
    stack = await startStack()
  })
  after(() => stack?.close())

  function post(room: string, body: BodyInit, type = 'application/json'): Promise<Response> {
    return fetch(`${stack.backend}/rooms/${room}/join`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
  }

  const refused: [name: string, room: string, body: string, status: number, type?: string][] = [
    ['malformed JSON', 'demo', '{"name":', 400],
    ['JSON that is no object', 'demo', '[]', 400],
    ['a name that is no string', 'demo', '{"name":{"toString":1}}', 400],
    ['a name of a thousand characters', 'demo', JSON.stringify({ name: 'x'.repeat(1000) }), 400],
    ['a name of 1 MB', 'demo', JSON.stringify({ name: 'x'.repeat(1024 * 1024) }), 413],
    ['a form', 'demo', 'name=alice', 415, 'application/x-www-form-urlencoded'],
    ['plain text', 'demo', '{}', 415, 'text/plain'],
    ['a room that climbs', '..%2f', '{}', 400],
    ['a room that climbs deeper', '..%2f..%2fetc%2fpasswd', '{}', 400],
    ['a room with a zero byte', 'a%00b', '{}', 400],
    ['a room with an invisible character', 'a%E2%80%8Bb', '{}', 400],
    ['a room with a broken escape', 'a%E0%A4', '{}', 400],
    ['a room of a thousand characters', 'x'.repeat(1000), '{}', 400],
  ]

  for (const [name, room, body, status, type] of refused) {
    it(`${name}: ${status} as a problem that says what to do`, async () => {
      const response = await post(room, body, type)
      assert.equal(response.status, status)
      assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/)
      const problem = (await response.json()) as Record<string, unknown>
      assert.match(String(problem['code']), /^[a-z][a-z-]+$/)
      assert.ok(String(problem['detail']).length > 20)
      assert.equal(problem['status'], status)
    })
  }

  for (const room of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    it(`the room "${room}" is a room like any other`, async () => {
      const [one, other] = await Promise.all([post(room, '{}'), post(room, '{}')])
      assert.equal(one.status, 200)
      const [{ sessionId }, again] = (await Promise.all([one.json(), other.json()])) as [
        { sessionId: string },
        { sessionId: string },
      ]
      assert.equal(sessionId, again.sessionId)
    })
  }

  it('a visitor cannot choose role, session or lifetime', async () => {
    const wish = { role: 'moderator', sessionId: '1_mine', expiresAt: 9e12, data: 'x' }
    const response = await post('wishes', JSON.stringify({ name: 'Mallory', ...wish }))
    if (response.status === 200) {
      const answer = (await response.json()) as { role: string; sessionId: string; token: string }
      assert.equal(answer.role, 'publisher')
      assert.notEqual(answer.sessionId, wish.sessionId)
      assert.doesNotMatch(atob(answer.token.split('.')[1] ?? ''), /moderator/)
    } else assert.equal(response.status, 400)
  })

  it('GET makes nothing', async () => {
    const response = await fetch(`${stack.backend}/rooms/demo/join`)
    assert.ok([404, 405].includes(response.status))
  })

  it('answers normally after all of that', async () => {
    const response = await post('demo', '{"name":"Alice"}')
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('cache-control'), 'no-store')
    assert.equal(stack.complaints(), '')
  })
})
