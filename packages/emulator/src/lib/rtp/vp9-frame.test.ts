import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readVp9Frame } from './vp9-frame.ts'

// Profile 0, 8 bits, BT.601: 640x360 in the uncompressed header.
const keyframe = [0x82, 0x49, 0x83, 0x42, 0x20, 0x27, 0xf0, 0x16, 0x70]
const inter = [0x86, 1, 2, 3]

describe('a VP9 picture', () => {
  it('is joined from its packets, without their descriptors', () => {
    const frame = readVp9Frame([
      Buffer.from([0x88, 0x81, 0x23, ...keyframe]),
      Buffer.from([0x84, 0x81, 0x23, 9, 9]),
    ])
    assert.deepEqual([...(frame?.data ?? [])], [...keyframe, 9, 9])
    assert.equal(frame?.isKeyframe, true)
    assert.deepEqual(frame.size, { width: 640, height: 360 })
  })

  it('has references and a scalability structure skipped', () => {
    const flexible = Buffer.from([0xdc, 0x11, 0x03, 0x02, ...inter])
    assert.deepEqual([...(readVp9Frame([flexible])?.data ?? [])], inter)
    const layers = [0x38, 0, 160, 0, 90, 1, 64, 0, 180, 2, 0x04, 1, 0x00]
    const structured = Buffer.from([0x8a, 0x11, ...layers, ...keyframe])
    assert.deepEqual([...(readVp9Frame([structured])?.data ?? [])], keyframe)
  })

  it('of two spatial layers is one superframe with the lengths of both', () => {
    const frame = readVp9Frame([
      Buffer.from([0xac, 0x11, 0x00, 0x01, ...keyframe]),
      Buffer.from([0xec, 0x11, 0x03, 0x01, ...inter]),
    ])
    const index = [0xd9, keyframe.length, 0, 0, 0, inter.length, 0, 0, 0, 0xd9]
    assert.deepEqual([...(frame?.data ?? [])], [...keyframe, ...inter, ...index])
    assert.equal(frame?.isKeyframe, true)
  })

  it('is none when its beginning or its lowest layer is missing', () => {
    assert.equal(readVp9Frame([Buffer.from([0x84, 0x11, 9, 9])]), undefined)
    assert.equal(readVp9Frame([Buffer.from([0xec, 0x11, 0x03, 0x01, ...inter])]), undefined)
    assert.equal(readVp9Frame([Buffer.from([0x8a, 0x11])]), undefined)
  })
})
