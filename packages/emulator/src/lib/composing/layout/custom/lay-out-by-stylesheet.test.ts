import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { pictureSizeOf } from '../../picture-size.ts'
import type { SceneStream } from '../../timeline.ts'
import { layOutByStylesheet } from './lay-out-by-stylesheet.ts'

const sd = pictureSizeOf('640x480')

describe('a custom layout', () => {
  it('places streams by class with offsets from any side', () => {
    const sheet = `
      stream.main { position: absolute; left: 0; top: 0; width: 100%; height: 100%; z-index: 1 }
      .inset { position: absolute; right: 32px; bottom: 10%; width: 25%; height: 120px; z-index: 2 }`
    assert.deepEqual(boxes(sheet, ['inset'], ['main']), [
      '1: 640x480 at 0,0',
      '0: 160x120 at 448,312',
    ])
  })

  it('lets streams float beside each other, and below when a row is full', () => {
    const sheet = `stream { float: left; width: 33.33%; height: 33.33% }`
    assert.deepEqual(boxes(sheet, [], [], [], []), [
      '0: 214x160 at 0,0',
      '1: 212x160 at 214,0',
      '2: 214x160 at 426,0',
      '3: 214x160 at 0,160',
    ])
  })

  it('counts streams from both ends and looks at those before', () => {
    const sheet = `
      stream { float: left }
      stream:first-child:nth-last-child(2), stream:first-child:nth-last-child(2) ~ stream {
        width: 50%; height: 100%
      }
      stream:first-child:nth-last-child(3), stream:first-child:nth-last-child(3) ~ stream {
        width: 50%; height: 50%
      }`
    assert.deepEqual(boxes(sheet, [], []), ['0: 320x480 at 0,0', '1: 320x480 at 320,0'])
    assert.deepEqual(boxes(sheet, [], [], []), [
      '0: 320x240 at 0,0',
      '1: 320x240 at 320,0',
      '2: 320x240 at 0,240',
    ])
  })

  it('understands odd, even and steps', () => {
    const sheet = `
      stream { float: left; width: 10%; height: 10% }
      stream:nth-child(even) { width: 20% }
      stream:nth-child(3n+1) { height: 20% }
      stream + .x { width: 30% }
      stream:last-child { width: 5% }`
    assert.deepEqual(sizes(sheet, ['x'], [], ['x'], [], []), [
      '64x96',
      '128x48',
      '192x48',
      '128x96',
      '32x48',
    ])
  })

  it('takes margins of the width, and puts streams along the bottom with them', () => {
    const sheet = `
      stream { float: left; margin-top: 60%; width: 20%; height: 20% }
      stream.focus { position: absolute; top: 0; left: 0; margin-top: 0; height: 80%; width: 100% }`
    assert.deepEqual(boxes(sheet, [], ['focus'], []), [
      '0: 128x96 at 0,384',
      '2: 128x96 at 128,384',
      '1: 640x384 at 0,0',
    ])
  })

  it('starts below others with clear, and ends lines of inline blocks where they are full', () => {
    const column = `stream { float: left; clear: left; width: 20%; height: 20% }`
    assert.deepEqual(boxes(column, [], []), ['0: 128x96 at 0,0', '1: 128x96 at 0,96'])
    const lines = `stream { display: inline-block; width: 40%; height: 25%; margin: 0 1% }`
    assert.deepEqual(boxes(lines, [], [], []), [
      '0: 256x120 at 6,0',
      '1: 256x120 at 276,0',
      '2: 256x120 at 6,120',
    ])
  })

  it('keeps to the smallest and the largest size, and covers where told to', () => {
    const sheet = `stream { max-width: 50%; min-height: 300px; width: 90%; height: 10px; object-fit: cover }`
    const [tile] = layOutByStylesheet(sheet, streamsOf([[]]), sd).tiles
    assert.deepEqual([tile?.width, tile?.height, tile?.fit], [320, 300, 'cover'])
  })

  it('follows the heavier rule, then the later one, and important ones before all', () => {
    const sheet = `
      stream.a { width: 40px }
      stream { width: 20px; height: 20px !important }
      stream { height: 60px }`
    assert.deepEqual(sizes(sheet, ['a'], []), ['40x20', '20x20'])
  })

  it('says what it does not know, and goes on without it', () => {
    const sheet = `
      #one, * , archive > stream, stream::before { width: 1px }
      @media print { stream { width: 1px } }
      stream { width: 50%; height: 50%; color: red; left: calc(1px + 1%); width 3px; width: -4px }`
    const { tiles, ignored } = layOutByStylesheet(sheet, streamsOf([[]]), sd)
    assert.deepEqual([tiles[0]?.width, tiles[0]?.height], [320, 240])
    for (const what of ['#one', '*', 'archive>stream', '::before', '@media', 'color:red', 'calc']) {
      assert.ok(
        ignored.some((sentence) => sentence.includes(what)),
        `${what} is not among ${ignored.join('; ')}`,
      )
    }
    assert.ok(ignored.some((sentence) => sentence.startsWith('Line 4 is not CSS')))
  })

  it('answers any text with even tiles that touch the picture and are not huge', () => {
    const words = fc.constantFrom(
      ...'stream .a { } : ; , left right top float width height 50% -7px 1e9px position absolute relative inline'.split(
        ' ',
      ),
    )
    const texts = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const { tiles } = layOutByStylesheet(text, streamsOf([['a'], [], ['a']]), sd)
        for (const { x, y, width, height } of tiles) {
          assert.ok([x, y, width, height].every((pixels) => Number.isInteger(pixels / 2)))
          assert.ok(x < 640 && y < 480 && x + width > 0 && y + height > 0)
          assert.ok(width <= 2560 && height <= 1920)
        }
      }),
      { numRuns: 500 },
    )
  })
})

type Classes = readonly string[]

function streamsOf(classes: readonly Classes[]): readonly SceneStream[] {
  const rest = { videoType: 'camera', hasAudio: true, hasVideo: true } as const
  return classes.map((layoutClasses, index) => ({ id: String(index), layoutClasses, ...rest }))
}

function boxes(sheet: string, ...classes: readonly Classes[]): readonly string[] {
  return layOutByStylesheet(sheet, streamsOf(classes), sd).tiles.map(
    ({ streamId, x, y, width, height }) => `${streamId}: ${width}x${height} at ${x},${y}`,
  )
}

function sizes(sheet: string, ...classes: readonly Classes[]): readonly string[] {
  return boxes(sheet, ...classes).map((box) => box.split(' ')[1] ?? '')
}
