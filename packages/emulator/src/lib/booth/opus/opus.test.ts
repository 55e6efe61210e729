import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { amplitudeAt, toneAt } from '../../testing/tones.ts'
import {
  createOpusDecoder,
  createOpusEncoder,
  frameSizeAt,
  samplesIn,
  silentPacket,
} from './opus.ts'
import type { SampleRate } from './opus.ts'

describe('Opus', () => {
  for (const rate of [8000, 16_000, 24_000, 48_000] as const) {
    it(`gives a tone back that was written ${rate} times a second`, () => {
      assert.ok(amplitudeAt(440, throughOpus(440, { from: rate, to: rate }), rate) > 0.4)
    })
  }

  it('converts between rates', () => {
    const heard = throughOpus(440, { from: 24_000, to: 8000 })
    assert.ok(amplitudeAt(440, heard, 8000) > 0.4)
  })

  it('keeps two hundred streams apart', () => {
    const rate = 8000
    const streams = Array.from({ length: 200 }, (_, index) => {
      const hertz = 300 + index * 10
      return { hertz, encoder: createOpusEncoder(rate), decoder: createOpusDecoder(rate) }
    })
    const heard = streams.map((): number[] => [])
    for (let frame = 0; frame < 25; frame += 1) {
      for (const [index, { hertz, encoder, decoder }] of streams.entries()) {
        const packet = encoder.encode(toneAt(hertz, { rate, frame }))
        heard[index]?.push(...decoder.decode(packet))
      }
    }
    const strange = streams.filter(({ hertz }, index) => {
      const last = Int16Array.from(heard[index]?.slice(-rate / 5) ?? [])
      return amplitudeAt(hertz, last, rate) < 0.3
    })
    assert.deepEqual(
      strange.map(({ hertz }) => hertz),
      [],
    )
    for (const { encoder, decoder } of streams) {
      encoder.close()
      decoder.close()
    }
  })

  it('has a packet of silence, and refuses what is none', () => {
    const decoder = createOpusDecoder(16_000)
    const silence = decoder.decode(silentPacket)
    assert.equal(silence.length, frameSizeAt(16_000))
    assert.ok(silence.every((sample) => sample === 0))
    assert.throws(() => decoder.decode(Uint8Array.of(255, 255, 1, 2)))
    decoder.close()
  })
})

describe('samples in bytes', () => {
  it('have their lower byte first, wherever they begin', () => {
    const bytes = Buffer.from([9, 0x01, 0x02, 0xff, 0xff, 7]).subarray(1)
    assert.deepEqual([...samplesIn(bytes)], [0x0201, -1])
  })
})

function throughOpus(hertz: number, rates: { from: SampleRate; to: SampleRate }): Int16Array {
  const encoder = createOpusEncoder(rates.from)
  const decoder = createOpusDecoder(rates.to)
  const heard = Array.from({ length: 50 }, (_, frame) =>
    decoder.decode(encoder.encode(toneAt(hertz, { rate: rates.from, frame }))),
  )
  encoder.close()
  decoder.close()
  return Int16Array.from(heard.slice(-20).flatMap((frame) => [...frame]))
}
