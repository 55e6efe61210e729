import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Participant, Stream } from '@ot-room/room'
import { bestGrid } from './grid.ts'
import { loudness } from './loudness.ts'
import { tilesOf } from './tiles.ts'

const wide = { width: 1200, height: 700, gap: 12 }
const phone = { width: 320, height: 560, gap: 8 }

test('one to nine people are laid out as a person would do it', () => {
  const columns = (space: typeof wide) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((count) => bestGrid(count, space).columns)
  assert.deepEqual(columns(wide), [1, 2, 2, 2, 3, 3, 4, 4, 3])
  assert.deepEqual(columns(phone), [1, 1, 1, 1, 2, 2, 2, 2, 2])
})

test('tiles never overflow the space, whatever its shape', () => {
  for (const space of [wide, phone, { width: 2000, height: 90, gap: 4 }]) {
    for (let count = 1; count <= 30; count += 1) {
      const { columns, width, height } = bestGrid(count, space)
      const rows = Math.ceil(count / columns)
      assert.ok(columns * width + (columns - 1) * space.gap <= space.width, `${count} wide`)
      assert.ok(rows * height + (rows - 1) * space.gap <= space.height, `${count} high`)
      assert.ok(width > 0 && height > 0, `${count} visible`)
    }
  }
})

test('a tile is neither wider than a film nor narrower than an upright photo', () => {
  const long = bestGrid(1, { width: 3000, height: 300, gap: 0 })
  assert.equal(long.width, Math.floor((300 * 16) / 9))
  const tall = bestGrid(1, { width: 300, height: 3000, gap: 0 })
  assert.equal(tall.height, 375)
})

test('nothing is laid out in no space', () => {
  assert.deepEqual(bestGrid(3, { width: 0, height: 0, gap: 12 }).width, 0)
})

const camera: Stream = { id: 'c', kind: 'camera', hasAudio: true, hasVideo: true, media: 'playing' }
const ada: Participant = { id: 'a', name: 'Ada', self: true, streams: [camera] }
const screen: Stream = { ...camera, id: 's', kind: 'screen' }
const bob: Participant = { id: 'b', name: 'Bob', self: false, streams: [screen] }

test('a screen comes first, then the others, then the visitor; everybody has a tile', () => {
  assert.deepEqual(
    tilesOf([ada, bob]).map(({ key, stream }) => [key, stream?.id]),
    [
      ['s', 's'],
      ['b', undefined],
      ['a', 'c'],
    ],
  )
})

test('loudness follows hearing: silence is 0, speech is in between, a shout is 1', () => {
  assert.equal(loudness(0), 0)
  assert.equal(loudness(0.001), 0)
  assert.ok(loudness(0.1) > 0.3 && loudness(0.1) < 0.4)
  assert.equal(loudness(1), 1)
})
