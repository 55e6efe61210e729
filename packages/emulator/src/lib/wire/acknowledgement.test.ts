import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { readAcknowledgement } from './acknowledgement.ts'
import { decodeFrame, encodeFrame, headerOf } from './rumor.ts'
import type { Frame } from './rumor.ts'

const texts = fc.constantFrom('TRANSACTION-ID', 'X-TB-FROM-ADDRESS', 'a', '', 'TRANSACTION-IX')
const frames: fc.Arbitrary<Frame> = fc.record({
  type: fc.constantFrom('status', 'message', 'ping'),
  to: fc.array(texts),
  headers: fc.array(fc.tuple(texts, texts)),
  data: fc.uint8Array(),
})

/** What decoding the whole frame finds. */
function slowly(bytes: Buffer): string | undefined {
  try {
    const frame = decodeFrame(bytes)
    return frame.type === 'status' ? headerOf(frame, 'TRANSACTION-ID') : undefined
  } catch {
    return undefined
  }
}

describe('an acknowledgement', () => {
  it('is what decoding the whole frame would find', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const bytes = encodeFrame(frame)
        assert.equal(readAcknowledgement(bytes), slowly(bytes))
      }),
    )
  })

  it('is not found in bytes that are no frame', () => {
    const whole = encodeFrame({
      type: 'status',
      to: ['symphony'],
      headers: [['TRANSACTION-ID', 'one']],
      data: new Uint8Array(),
    })
    assert.equal(readAcknowledgement(whole), 'one')
    for (let size = 0; size < whole.byteLength; size += 1) {
      const cut = Buffer.from(whole.subarray(0, size))
      assert.equal(readAcknowledgement(cut), undefined)
      if (size >= 4) cut.writeUInt32BE(size - 4)
      assert.doesNotThrow(() => readAcknowledgement(cut))
    }
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        assert.doesNotThrow(() => readAcknowledgement(Buffer.from(bytes)))
      }),
    )
  })
})
