import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readAv1Frame } from './av1-frame.ts'

// As libaom writes it: main profile, level 2.0, 320x240, 8 bits 4:2:0.
const sequence = [0, 0, 0, 0x04, 0x3c, 0xff, 0xbc, 0xda, 0xf9, 0x00, 0x40]
const sequenceObu = [0x08, ...sequence]
const frameObu = [0x30, 0x10, 1, 2, 3]
const interObu = [0x30, 0x30, 1, 2, 3]

describe('an AV1 picture', () => {
  it('is its units, each with its length, without temporal delimiters', () => {
    const packet = Buffer.from([0x38, 1, 0x10, sequenceObu.length, ...sequenceObu, ...frameObu])
    const frame = readAv1Frame([packet])
    const stored = [0x0a, sequence.length, ...sequence, 0x32, 4, 0x10, 1, 2, 3]
    assert.deepEqual([...(frame?.data ?? [])], stored)
    assert.equal(frame?.isKeyframe, true)
    assert.deepEqual(frame.size, { width: 320, height: 240 })
    const av1c = [0x81, 0x00, 0x0c, 0x00, 0x0a, sequence.length, ...sequence]
    assert.deepEqual([...(frame.configuration ?? [])], av1c)
  })

  it('is joined from fragments', () => {
    const frame = readAv1Frame([
      Buffer.from([0x50, ...interObu.slice(0, 3)]),
      Buffer.from([0x80, 2, ...interObu.slice(3)]),
    ])
    assert.deepEqual([...(frame?.data ?? [])], [0x32, 4, 0x30, 1, 2, 3])
    assert.equal(frame?.isKeyframe, false)
  })

  it('is none when a fragment has no beginning or no end, or a length does not fit', () => {
    assert.equal(readAv1Frame([Buffer.from([0x90, ...interObu])]), undefined)
    assert.equal(readAv1Frame([Buffer.from([0x50, ...interObu])]), undefined)
    assert.equal(readAv1Frame([Buffer.from([0x00, 9, ...interObu])]), undefined)
  })
})
