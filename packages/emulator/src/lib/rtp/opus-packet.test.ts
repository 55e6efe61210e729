import assert from 'node:assert/strict'
import { it } from 'node:test'
import { opusDuration } from './opus-packet.ts'

it('an Opus packet says how long it sounds', () => {
  const wideband20 = 9 << 3
  const hybrid10 = 12 << 3
  const celt2 = 16 << 3
  assert.equal(opusDuration(Buffer.of(wideband20)), 20)
  assert.equal(opusDuration(Buffer.of(wideband20 | 1)), 40)
  assert.equal(opusDuration(Buffer.of(hybrid10 | 3, 6)), 60)
  assert.equal(opusDuration(Buffer.of(celt2)), 2.5)
  assert.equal(opusDuration(Buffer.alloc(0)), 0)
})
