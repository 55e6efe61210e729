import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import type { Tile } from '../../layout/tile.ts'
import { draw } from './draw.ts'
import { bytesOf, fillBlack } from './frame.ts'
import type { Frame } from './frame.ts'
import { place } from './place.ts'

const grey = 200

describe('a picture in its tile', () => {
  it('keeps its shape, in the middle of the tile', () => {
    assert.equal(shown(grid(40, 20), tile({ x: 10, y: 10, width: 40, height: 40 })), '10,20 40x20')
    assert.equal(shown(grid(20, 40), tile({ x: 0, y: 0, width: 40, height: 40 })), '10,0 20x40')
  })

  it('fills the tile where it has to cover it, whichever way it is cut', () => {
    for (const source of [grid(40, 20), grid(20, 40), grid(8, 8)]) {
      const cover = tile({ x: 20, y: 4, width: 40, height: 30, fit: 'cover' })
      assert.equal(shown(source, cover), '20,4 40x30')
    }
  })

  it('is cut off where the tile leaves the whole picture', () => {
    assert.equal(shown(grid(20, 20), tile({ x: -10, y: -6, width: 40, height: 40 })), '0,0 30x34')
    assert.equal(shown(grid(20, 20), tile({ x: 60, y: 40, width: 40, height: 40 })), '60,40 20x20')
  })

  it('is not there where only the black beside it is in the whole picture', () => {
    const where = tile({ x: 44, y: 0, width: 78, height: 4 })
    assert.ok(
      drawn(grid(6, 6), where)
        .data.subarray(0, 80 * 60)
        .every((value) => value === 16),
    )
  })

  it('never reaches beyond its tile, nor beyond the whole picture', () => {
    const even = (min: number, max: number) => fc.integer({ min, max }).map((half) => half * 2)
    const tiles = fc.record({
      x: even(-40, 40),
      y: even(-40, 40),
      width: even(1, 60),
      height: even(1, 60),
      fit: fc.constantFrom('contain' as const, 'cover' as const),
    })
    fc.assert(
      fc.property(tiles, even(1, 40), even(1, 40), (place, width, height) => {
        const target = drawn(grid(width, height), tile(place))
        const [right, bottom] = [place.x + place.width, place.y + place.height]
        for (const [index, value] of target.data.subarray(0, 80 * 60).entries()) {
          const [x, y] = [index % 80, Math.floor(index / 80)]
          const isInside = x >= place.x && x < right && y >= place.y && y < bottom
          assert.ok(isInside || value === 16, `${x},${y} is not black`)
        }
      }),
    )
  })
})

function tile(where: Partial<Tile>): Tile {
  return { streamId: 's', x: 0, y: 0, width: 2, height: 2, fit: 'contain', z: 0, ...where }
}

function grid(width: number, height: number): Frame {
  return { width, height, data: Buffer.alloc(bytesOf({ width, height }), grey) }
}

function drawn(source: Frame, where: Tile): Frame {
  const size = { width: 80, height: 60 }
  const target = { ...size, data: Buffer.alloc(bytesOf(size)) }
  fillBlack(target)
  draw(source, target, place({ x: 0, y: 0, width: source.width, height: source.height }, where))
  return target
}

/** The part of the whole picture that is not black, which must be one rectangle. */
function shown(source: Frame, where: Tile): string {
  const { data } = drawn(source, where)
  const lit = [...data.subarray(0, 80 * 60).entries()].filter(([, value]) => value === grey)
  const [xs, ys] = [lit.map(([at]) => at % 80), lit.map(([at]) => Math.floor(at / 80))]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - x + 1, Math.max(...ys) - y + 1]
  assert.equal(lit.length, width * height)
  return `${x},${y} ${width}x${height}`
}
