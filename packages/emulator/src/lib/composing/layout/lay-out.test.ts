import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arrangements } from '../../session/composition/layout.ts'
import type { Layout } from '../../session/composition/layout.ts'
import { resolutions } from '../../session/composition/resolution.ts'
import { pictureSizeOf } from '../picture-size.ts'
import type { PictureSize } from '../picture-size.ts'
import type { SceneStream } from '../timeline.ts'
import { layOut } from './lay-out.ts'
import type { Tile } from './tile.ts'

const sd = pictureSizeOf('640x480')
const upright = pictureSizeOf('480x640')

describe('the layout of a picture', () => {
  it('has the grid of the guide for 1, 2, 4 and 5 streams', () => {
    assert.deepEqual(boxes({ type: 'bestFit' }, people(1)), ['0: 640x480 at 0,0'])
    assert.deepEqual(boxes({ type: 'bestFit' }, people(2)), [
      '0: 320x480 at 0,0',
      '1: 320x480 at 320,0',
    ])
    assert.deepEqual(boxes({ type: 'bestFit' }, people(4)).at(-1), '3: 320x240 at 320,240')
    assert.deepEqual(boxes({ type: 'bestFit' }, people(5)), [
      '0: 214x240 at 0,0',
      '1: 212x240 at 214,0',
      '2: 214x240 at 426,0',
      '3: 214x240 at 0,240',
      '4: 212x240 at 214,240',
    ])
  })

  it('stacks two streams in an upright picture', () => {
    assert.deepEqual(boxes({ type: 'bestFit' }, people(2), upright), [
      '0: 480x320 at 0,0',
      '1: 480x320 at 0,320',
    ])
  })

  it('has the stream with class full behind the first other one, and no third one', () => {
    const streams = [stream('a'), stream('b', { layoutClasses: ['full'] }), stream('c')]
    assert.deepEqual(boxes({ type: 'pip' }, streams), ['b: 640x480 at 0,0', 'a: 128x96 at 448,48'])
  })

  it('has the stream with class focus at the right, others along the left edge', () => {
    const streams = [stream('a'), stream('b', { layoutClasses: ['focus'] }), stream('c')]
    assert.deepEqual(boxes({ type: 'verticalPresentation' }, streams), [
      'b: 512x480 at 128,0',
      'a: 128x96 at 0,0',
      'c: 128x96 at 0,96',
    ])
  })

  it('has the stream with class focus at the top, others along the bottom edge', () => {
    const streams = [stream('a'), stream('b', { layoutClasses: ['focus'] }), stream('c')]
    assert.deepEqual(boxes({ type: 'horizontalPresentation' }, streams), [
      'b: 640x384 at 0,0',
      'a: 128x96 at 0,384',
      'c: 128x96 at 128,384',
    ])
  })

  it('has as many small streams beside a large one as the guide counts', () => {
    const count = (type: Layout['type'], size: string) => {
      const picture = pictureSizeOf(size as '640x480')
      return layOut({ layout: { type } as Layout, streams: people(16) }, picture).tiles.length - 1
    }
    assert.deepEqual(
      resolutions.map((size) => count('verticalPresentation', size)),
      [8, 5, 8, 5, 10, 7],
    )
    assert.deepEqual(
      resolutions.map((size) => count('horizontalPresentation', size)),
      [3, 5, 3, 5, 3, 7],
    )
  })

  it('turns to the layout for shared screens while there is one', () => {
    const screen = stream('screen', { videoType: 'screen' })
    const focus = stream('b', { layoutClasses: ['focus', 'full'] })
    const streams = [stream('a'), focus, screen]
    const sharing = (screenshareType: (typeof arrangements)[number]) =>
      boxes({ type: 'bestFit', screenshareType }, streams).map((box) => box.split(' at')[0])
    assert.deepEqual(sharing('bestFit'), ['screen: 640x480'])
    assert.deepEqual(sharing('pip'), ['screen: 640x480', 'b: 128x96'])
    assert.deepEqual(sharing('verticalPresentation'), ['screen: 512x480', 'b: 128x96', 'a: 128x96'])
    assert.deepEqual(boxes({ type: 'bestFit', screenshareType: 'pip' }, [stream('a')]), [
      'a: 640x480 at 0,0',
    ])
  })

  it('gives places first to classes, then to screens, then to those who share a screen', () => {
    const streams = [
      stream('old'),
      stream('camera', { connection: 'sharer' }),
      stream('other', { connection: 'classed' }),
      stream('screen', { connection: 'sharer', videoType: 'screen' }),
      stream('class', { connection: 'classed', layoutClasses: ['x'] }),
    ]
    const order = layOut({ layout: { type: 'bestFit' }, streams }, sd).tiles
    assert.deepEqual(
      order.map(({ streamId }) => streamId),
      ['class', 'screen', 'camera', 'other', 'old'],
    )
  })

  it('leaves out streams without a picture, and those after the sixteenth', () => {
    const streams = [stream('mute', { hasVideo: false }), ...people(18)]
    const { tiles } = layOut({ layout: { type: 'bestFit' }, streams }, sd)
    assert.deepEqual(
      tiles.map(({ streamId }) => streamId),
      people(16).map(({ id }) => id),
    )
  })

  it('keeps tiles of every arrangement in the picture, even and apart, and all of the promised size', () => {
    const layouts = fc.constantFrom(...arrangements)
    const sizes = fc.constantFrom(...resolutions)
    fc.assert(
      fc.property(layouts, sizes, streamLists, (type, resolution, streams) => {
        const size = pictureSizeOf(resolution)
        const { tiles } = layOut({ layout: { type }, streams }, size)
        const small = type === 'pip' ? tiles.filter(({ z }) => z === 0) : tiles
        assert.ok(tiles.every((tile) => isInside(tile, size) && isEven(tile)))
        assert.ok(small.every((one) => small.every((other) => one === other || apart(one, other))))
        if (type === 'bestFit') assertFair(tiles, streams, size)
      }),
    )
  })
})

const streamLists = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    videoType: fc.constantFrom('camera' as const, 'screen' as const, 'custom' as const),
    layoutClasses: fc.subarray(['focus', 'full', 'x']),
    hasAudio: fc.boolean(),
    hasVideo: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 20 },
)

function stream(id: string, more: Partial<SceneStream> = {}): SceneStream {
  return { id, videoType: 'camera', layoutClasses: [], hasAudio: true, hasVideo: true, ...more }
}

function people(count: number): readonly SceneStream[] {
  return Array.from({ length: count }, (_, index) => stream(String(index)))
}

function boxes(layout: Layout, streams: readonly SceneStream[], size = sd): readonly string[] {
  return layOut({ layout, streams }, size).tiles.map(
    ({ streamId, x, y, width, height }) => `${streamId}: ${width}x${height} at ${x},${y}`,
  )
}

function isInside({ x, y, width, height }: Tile, size: PictureSize): boolean {
  return x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height
}

function isEven({ x, y, width, height }: Tile): boolean {
  return [x, y, width, height].every((pixels) => pixels % 2 === 0)
}

function apart(one: Tile, other: Tile): boolean {
  const beside = one.x + one.width <= other.x || other.x + other.width <= one.x
  return beside || one.y + one.height <= other.y || other.y + other.height <= one.y
}

/** Everybody is there, in tiles alike, that leave less than a row and a column of the picture empty. */
function assertFair(tiles: readonly Tile[], streams: readonly SceneStream[], size: PictureSize) {
  const shown = streams.filter(({ hasVideo }) => hasVideo).length
  assert.equal(tiles.length, Math.min(shown, 16))
  const areas = tiles.map(({ width, height }) => width * height)
  const covered = areas.reduce((sum, area) => sum + area, 0) / (size.width * size.height)
  if (tiles.length > 0) assert.ok(covered > 0.55, `only ${covered} of the picture is used`)
  for (const { width, height } of tiles) {
    assert.ok(Math.abs(width - (tiles[0]?.width ?? 0)) <= 2)
    assert.ok(Math.abs(height - (tiles[0]?.height ?? 0)) <= 2)
  }
}
