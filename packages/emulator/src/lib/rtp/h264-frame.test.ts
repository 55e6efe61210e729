import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readH264Frame } from './h264-frame.ts'

// As x264 writes them: baseline profile, level 1.3, 320x240, with emulation prevention.
const sps = [...Buffer.from('6742c00dd90141fb0110000003001000000303c0f142a480', 'hex')]
const pps = [0x68, 0xcb, 0x83, 0xcb, 0x20]
const idr = [0x65, 0x88, 0x84, 0, 1, 2]
const slice = [0x41, 0x9a, 3, 4]
const parameterSets = Buffer.from([0x78, 0, sps.length, ...sps, 0, pps.length, ...pps])

describe('an H.264 picture', () => {
  it('has each unit after its length, and is described by its parameter sets', () => {
    const frame = readH264Frame([parameterSets, Buffer.from(idr)])
    const units = [sps, pps, idr].flatMap((unit) => [0, 0, 0, unit.length, ...unit])
    assert.deepEqual([...(frame?.data ?? [])], units)
    assert.equal(frame?.isKeyframe, true)
    assert.deepEqual(frame.size, { width: 320, height: 240 })
    const avcc = [1, 0x42, 0xc0, 0x0d, 0xff, 0xe1, 0, sps.length, ...sps, 1, 0, pps.length, ...pps]
    assert.deepEqual([...(frame.configuration ?? [])], avcc)
  })

  it('is joined from fragments', () => {
    const frame = readH264Frame([
      Buffer.from([0x5c, 0x81, 0x9a, 3]),
      Buffer.from([0x5c, 0x01, 4]),
      Buffer.from([0x5c, 0x41, 5]),
    ])
    assert.deepEqual([...(frame?.data ?? [])], [0, 0, 0, 5, 0x41, 0x9a, 3, 4, 5])
    assert.equal(frame?.isKeyframe, false)
  })

  it('cannot be entered at without its parameter sets', () => {
    assert.equal(readH264Frame([Buffer.from(idr)])?.isKeyframe, false)
  })

  it('is none when its beginning or its end is missing', () => {
    assert.equal(readH264Frame([Buffer.from([0x5c, 0x41, 5])]), undefined)
    assert.equal(readH264Frame([Buffer.from([0x5c, 0x81, 0x9a, 3])]), undefined)
    const second = [slice[0] ?? 0, 0x1a, 3]
    assert.equal(readH264Frame([Buffer.from(second)]), undefined)
  })

  it('with parameter sets that are cut short is none', () => {
    const cut = Buffer.from([0x78, 0, 4, ...sps.slice(0, 4), 0, pps.length, ...pps])
    assert.equal(readH264Frame([cut, Buffer.from(idr)]), undefined)
  })
})
