import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wantsEverything } from '../wants.ts'
import { chooseLayer } from './layer-choice.ts'

const layers = [
  { width: 320, height: 180, frameRate: 30 },
  { width: 640, height: 360, frameRate: 30 },
  { width: 1280, height: 720, frameRate: 30 },
]
const sized = (width: number, height: number) => ({ ...wantsEverything, width, height })

describe('the layer for a receiver', () => {
  it('is the largest, or the smallest that is as large as it wants', () => {
    assert.equal(chooseLayer(layers, wantsEverything, Infinity)?.layer, 2)
    assert.equal(chooseLayer(layers, sized(320, 180), Infinity)?.layer, 0)
    assert.equal(chooseLayer(layers, sized(321, 100), Infinity)?.layer, 1)
    assert.equal(chooseLayer(layers, sized(4000, 3000), Infinity)?.layer, 2)
  })

  it('is none above what the network carries, and none at all when nothing is sent', () => {
    assert.equal(chooseLayer(layers, wantsEverything, 1)?.layer, 1)
    assert.equal(chooseLayer(layers, sized(320, 180), 1)?.layer, 0)
    assert.equal(chooseLayer([], wantsEverything, Infinity), undefined)
  })

  it('loses temporal layers for a lower frame rate', () => {
    const wanting = (frameRate: number) =>
      chooseLayer(layers, { ...wantsEverything, frameRate }, Infinity)?.temporalLayer
    assert.deepEqual([30, 15, 7, 1].map(wanting), [Infinity, 1, 0, 0])
  })
})
