import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readRtp } from './packet.ts'

const header = [0x80, 0xe0, 0x12, 0x34, 0x00, 0x00, 0x0b, 0xb8, 0x00, 0x00, 0x27, 0x10]

describe('an RTP packet', () => {
  it('is read field by field', () => {
    const packet = readRtp(Buffer.from([...header, 1, 2, 3]))
    assert.equal(packet?.payloadType, 96)
    assert.equal(packet.marker, true)
    assert.equal(packet.sequence, 0x1234)
    assert.equal(packet.timestamp, 3000)
    assert.equal(packet.ssrc, 10_000)
    assert.deepEqual([...packet.payload], [1, 2, 3])
    assert.equal(packet.extensions, undefined)
  })

  it('has header extensions of one and of two bytes, and padding', () => {
    const short = [0x90, ...header.slice(1), 0xbe, 0xde, 0, 2, 0x31, 7, 8, 0, 0x10, 9, 0, 0]
    const read = readRtp(Buffer.from([...short, 42]))
    assert.deepEqual(
      [...(read?.extensions ?? [])].map(([id, value]) => [id, [...value]]),
      [
        [3, [7, 8]],
        [1, [9]],
      ],
    )
    assert.deepEqual([...(read?.payload ?? [])], [42])
    const long = [0xb0, ...header.slice(1), 0x10, 0, 0, 1, 20, 2, 5, 6, 42, 0, 2]
    const padded = readRtp(Buffer.from(long))
    assert.deepEqual([...(padded?.extensions?.get(20) ?? [])], [5, 6])
    assert.deepEqual([...(padded?.payload ?? [])], [42])
  })

  it('is refused when its lengths do not fit', () => {
    assert.equal(readRtp(Buffer.from(header.slice(1))), undefined)
    assert.equal(readRtp(Buffer.from([0x90, ...header.slice(1)])), undefined)
    assert.equal(
      readRtp(Buffer.from([0x90, ...header.slice(1), 0xbe, 0xde, 0xff, 0xff])),
      undefined,
    )
    assert.equal(readRtp(Buffer.from([0xa0, ...header.slice(1), 200])), undefined)
    assert.equal(readRtp(Buffer.from([0x40, ...header.slice(1)])), undefined)
  })
})
