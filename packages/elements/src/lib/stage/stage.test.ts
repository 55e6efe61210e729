import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Participant, Stream } from '@ot-room/room'
import { usualView } from '../view/view.ts'
import { arrange } from './arrange.ts'
import { bestGrid } from './grid.ts'
import { loudness } from './loudness.ts'
import { placesOf } from './place.ts'
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

const camera: Stream = {
  id: 'c',
  kind: 'camera',
  hasAudio: true,
  hasVideo: true,
  media: 'playing',
  link: 'fine',
}
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

const carol: Participant = { id: 'c', name: 'Carol', self: false, streams: [] }
const dave: Participant = { id: 'd', name: 'Dave', self: false, streams: [] }
const featured = (people: Participant[], view: Partial<typeof usualView>, speaker?: string) =>
  arrange(tilesOf(people), { ...usualView, ...view }, speaker).featured.map(({ key }) => key)

test('nothing is large in a grid, a screen is in any other layout, and who is pinned always is', () => {
  assert.deepEqual(featured([ada, carol, dave], {}), [])
  assert.deepEqual(featured([ada, bob, carol], {}), ['s'])
  assert.deepEqual(featured([ada, bob, carol], { layout: 'grid' }), [])
  assert.deepEqual(featured([ada, bob, carol], { layout: 'grid', pinned: ['c', 's'] }), ['s', 'c'])
  assert.deepEqual(featured([ada], { layout: 'speaker', pinned: ['a'] }), [])
})

test('the speaker is large, the first other until somebody has spoken, the visitor never', () => {
  assert.deepEqual(featured([ada, carol, dave], { layout: 'speaker' }), ['c'])
  assert.deepEqual(featured([ada, carol, dave], { layout: 'sidebar' }, 'd'), ['d'])
})

test('a screen of one’s own is not made large, as it would show itself', () => {
  const sharing = { ...ada, streams: [camera, screen] }
  assert.deepEqual(featured([sharing, carol], {}), [])
})

test('the visitor floats over the others or is not there, and is seen in full when alone', () => {
  const floating = { ...usualView, selfView: 'floating' } as const
  assert.equal(arrange(tilesOf([ada, carol]), floating, undefined).floating?.key, 'a')
  assert.equal(arrange(tilesOf([ada]), floating, undefined).floating, undefined)
  assert.equal(arrange(tilesOf([ada]), floating, undefined).others.length, 1)
  const hidden = { ...usualView, selfView: 'hidden' } as const
  assert.deepEqual(
    arrange(tilesOf([ada, carol]), hidden, undefined).others.map(({ key }) => key),
    ['c'],
  )
})

test('tiles neither overlap nor leave the stage, whatever the layout and its shape', () => {
  for (const space of [wide, phone]) {
    for (const layout of ['grid', 'speaker', 'sidebar'] as const) {
      const arrangement = arrange(tilesOf([ada, bob, carol, dave]), { ...usualView, layout }, 'd')
      const places = [...placesOf(arrangement, space).values()]
      assert.equal(places.length, 5)
      for (const [index, one] of places.entries()) {
        assert.ok(one.start >= 0 && one.start + one.width <= space.width + 1, layout)
        assert.ok(one.top >= 0 && one.top + one.height <= space.height + 1, layout)
        for (const other of places.slice(index + 1)) {
          const apart =
            one.start + one.width <= other.start ||
            other.start + other.width <= one.start ||
            one.top + one.height <= other.top ||
            other.top + other.height <= one.top
          assert.ok(apart, `${layout} ${space.width}`)
        }
      }
    }
  }
})
