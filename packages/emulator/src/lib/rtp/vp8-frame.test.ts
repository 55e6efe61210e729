import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readVp8Frame } from './vp8-frame.ts'

const keyframe = [0x10, 0, 0, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00]

describe('a VP8 picture', () => {
  it('is joined from its packets, without their descriptors', () => {
    const frame = readVp8Frame([
      Buffer.from([0x90, 0x80, 0x81, 0x23, ...keyframe, 1, 2]),
      Buffer.from([0x80, 0x80, 0x81, 0x23, 3, 4]),
    ])
    assert.deepEqual([...(frame?.data ?? [])], [...keyframe, 1, 2, 3, 4])
    assert.equal(frame?.isKeyframe, true)
    assert.deepEqual(frame.size, { width: 320, height: 240 })
  })

  it('that builds on others is no keyframe', () => {
    const frame = readVp8Frame([Buffer.from([0x10, 0x11, 7, 7])])
    assert.equal(frame?.isKeyframe, false)
    assert.deepEqual([...frame.data], [0x11, 7, 7])
  })

  it('is none when its first packet is missing, or two of them are there', () => {
    assert.equal(readVp8Frame([Buffer.from([0x00, 3, 4])]), undefined)
    const start = Buffer.from([0x10, 0x11, 7])
    assert.equal(readVp8Frame([start, start]), undefined)
  })
})
