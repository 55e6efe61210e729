import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { judge, unknownWay } from './congestion.ts'
import type { Congestion } from './congestion.ts'
import { startingQuality, stepQuality } from './quality.ts'
import type { Quality } from './quality.ts'

interface Receiver {
  readonly layer: number
  readonly wanted: number
  readonly fallback?: 'audio' | 'none'
}

/** Lets a receiver be judged four times a second for some seconds; the result is what it was told, and when. */
function live(
  seconds: number,
  { layer, wanted, fallback = 'audio' }: Receiver,
  isCongested: (at: number) => boolean,
) {
  let quality: Quality = startingQuality
  let congestion: Congestion = unknownWay
  const told: string[] = []
  for (let at = 0; at <= seconds * 1000; at += 250) {
    congestion = judge(congestion, {
      at,
      loss: isCongested(at) ? 0.5 : 0,
      bitsPerSecond: 500_000,
    })
    const ceiling = quality.state === 'video' ? quality.ceiling : 0
    const current = Math.min(layer, ceiling)
    const next = stepQuality(quality, {
      now: at,
      congestion,
      layer: current,
      wanted,
      fallback,
    })
    ;({ quality, congestion } = next)
    if (next.event !== undefined) told.push(`${next.event} ${at / 1000}`)
  }
  return { quality, told }
}

describe('the quality of a picture', () => {
  it('goes down a layer before anybody is warned, and stays there while it is bad further up', () => {
    const { quality, told } = live(3, { layer: 2, wanted: 2 }, (at) => at < 1750)
    assert.deepEqual(told, [])
    assert.equal(quality.state === 'video' && quality.ceiling, 1)
  })

  it('is given up at the lowest layer, after a warning', () => {
    const { quality, told } = live(6, { layer: 0, wanted: 0 }, () => true)
    assert.deepEqual(told, ['warned 2', 'video-disabled 5'])
    assert.equal(quality.state, 'audio-only')
  })

  it('is not given up where the publisher did not ask for that', () => {
    assert.deepEqual(live(20, { layer: 0, wanted: 0, fallback: 'none' }, () => true).told, [])
  })

  it('is warned of in vain when the network gets better', () => {
    const { told } = live(8, { layer: 0, wanted: 0 }, (at) => at < 3000)
    assert.deepEqual(told, ['warned 2', 'warning-lifted 5'])
  })

  it('comes back once a probe has passed, with the lowest layer, and goes up later', () => {
    const { quality, told } = live(40, { layer: 1, wanted: 1 }, (at) => at < 9000)
    assert.deepEqual(
      told.map((line) => line.split(' ')[0]),
      ['warned', 'video-disabled', 'video-enabled'],
    )
    assert.equal(quality.state === 'video' && quality.ceiling >= 1, true)
  })
})

describe('the way to a receiver', () => {
  const fine = { at: 0, loss: 0, bitsPerSecond: 500_000, roundTripMs: 20 }

  it('is congested by loss, by a queue, and by what the receiver estimates once it knows', () => {
    assert.equal(judge(unknownWay, fine).since, undefined)
    assert.equal(judge(unknownWay, { ...fine, loss: 0.2 }).since, 0)
    const known = judge(unknownWay, fine)
    assert.equal(judge(known, { ...fine, at: 1000, roundTripMs: 400 }).since, 1000)
    const guess = { ...fine, at: 1000, estimate: 100_000 }
    assert.equal(judge(known, guess).since, undefined)
    assert.equal(judge({ ...known, samples: 10 }, guess).since, 1000)
  })
})
