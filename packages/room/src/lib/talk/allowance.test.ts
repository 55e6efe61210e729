import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAllowed } from './allowance.ts'

test('of a flood only as much is heard as somebody can mean, and others are heard as ever', () => {
  const allowed = createAllowed({ burst: 20, perSecond: 2 })
  let heard = 0
  // 1,560 a second, for ten seconds.
  for (let at = 0; at < 15_600; at += 1) if (allowed('mallory', at / 1.56)) heard += 1
  assert.ok(heard >= 38 && heard <= 41, `${heard}`)
  assert.ok(allowed('ada', 10_000))
  assert.ok(allowed('mallory', 11_000))
})
