import assert from 'node:assert/strict'
import { it } from 'node:test'
import { mix } from './mix.ts'

it('everybody is heard at once, and what is too loud is cut off', () => {
  const frames = [Int16Array.of(1, -20_000, 30_000), Int16Array.of(2, -20_000, 30_000)]
  assert.deepEqual([...mix(frames, 3)], [3, -0x8000, 0x7fff])
  assert.deepEqual([...mix([], 2)], [0, 0])
})
