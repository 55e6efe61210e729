import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rtpPacket } from '../../testing/fake-rtp.ts'
import type { OpusDecoder } from '../opus/opus.ts'
import { createVoice } from './voice.ts'

const size = 4

/** Decodes a packet to a frame full of its first byte; a packet that begins with 0 is broken. */
const decoder: OpusDecoder = {
  decode: ([first = 0]) => {
    if (first === 0) throw new Error('broken')
    return new Int16Array(size).fill(first)
  },
  close: () => undefined,
}

function voice() {
  const made = createVoice(decoder, size)
  return {
    say: (...packets: readonly number[]) => {
      for (const number of packets) {
        made.hear(rtpPacket({ sequence: number, timestamp: number * 960, payload: [number] }))
      }
    },
    hear: (count: number) => Array.from({ length: count }, () => made.next()?.[0]),
    raw: made,
  }
}

describe('a voice', () => {
  it('is heard in the order it was said, once some of it is there', () => {
    const { say, hear } = voice()
    say(1)
    assert.deepEqual(hear(1), [undefined])
    say(3, 2, 4)
    assert.deepEqual(hear(5), [1, 2, 3, 4, undefined])
  })

  it('gathers anew after a pause', () => {
    const { say, hear } = voice()
    say(1, 2)
    assert.deepEqual(hear(3), [1, 2, undefined])
    say(3)
    assert.deepEqual(hear(1), [undefined])
    say(4)
    assert.deepEqual(hear(3), [3, 4, undefined])
  })

  it('is not heard later and later when packets come faster than time passes', () => {
    const { say, hear } = voice()
    say(...Array.from({ length: 30 }, (_, index) => index + 1))
    const [first = 0] = hear(1)
    assert.ok(first > 20, `begins with ${first}`)
  })

  it('goes on after packets that mean nothing', () => {
    const { say, hear, raw } = voice()
    say(1)
    raw.hear(rtpPacket({ sequence: 2, timestamp: 1920, payload: [0] }))
    say(3)
    assert.deepEqual(hear(3), [1, 3, undefined])
  })
})
