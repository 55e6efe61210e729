import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everybody } from './admission.ts'

const OT_HOST_KEY = 'a-key-of-this-test.with-thirty-two-characters'

function as(authorization?: string) {
  const { authorize } = everybody({ OT_HOST_KEY })
  const headers = authorization === undefined ? {} : { authorization }
  return authorize?.(new Request('https://rooms.example/rooms/a/join', { headers }), 'a')
}

test('without a key everybody comes in alike', () => {
  assert.deepEqual(everybody({}), { public: true })
})

test('who brings the key is a host, who brings none is not, and who brings another one stays out', () => {
  assert.deepEqual(as(), { allow: true })
  assert.deepEqual(as(`Bearer ${OT_HOST_KEY}`), { allow: true, role: 'moderator' })
  for (const wrong of [
    `Bearer ${OT_HOST_KEY}x`,
    'Bearer x',
    `Bearer ${OT_HOST_KEY.toUpperCase()}`,
  ]) {
    const decision = Object(as(wrong))
    assert.deepEqual([decision.allow, decision.status], [false, 401])
    assert.doesNotMatch(decision.reason, /this-test/)
  }
})

test('a key that could be guessed is refused, and not repeated', () => {
  assert.throws(() => everybody({ OT_HOST_KEY: 'letmein' }), {
    message: 'OT_HOST_KEY has at least 32 characters, made at random.',
  })
})
