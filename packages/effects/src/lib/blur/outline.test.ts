import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draw } from './outline.ts'

function alphaOf(confidence: readonly number[], frames: number): number[] {
  const pixels = new Uint8ClampedArray(confidence.length * 4)
  for (let frame = 0; frame < frames; frame += 1) draw(confidence, pixels)
  return confidence.map((_, pixel) => pixels[pixel * 4 + 3] ?? 0)
}

test('what the model is sure of is the person, what it doubts is not', () => {
  assert.deepEqual(alphaOf([0, 0.3, 0.8, 1], 30), [0, 0, 255, 255])
})

test('the edge is soft', () => {
  const [edge = 0] = alphaOf([0.55], 30)
  assert.ok(edge > 100 && edge < 155, `${edge}`)
})

test('one frame that is wrong does not take the person away', () => {
  const pixels = new Uint8ClampedArray(4)
  for (let frame = 0; frame < 30; frame += 1) draw([1], pixels)
  draw([0], pixels)
  assert.ok((pixels[3] ?? 0) > 60, `${pixels[3]}`)
})

test('who has gone is gone within a quarter of a second', () => {
  const pixels = new Uint8ClampedArray(4)
  for (let frame = 0; frame < 30; frame += 1) draw([1], pixels)
  for (let frame = 0; frame < 7; frame += 1) draw([0], pixels)
  assert.ok((pixels[3] ?? 255) < 3, `${pixels[3]}`)
})
