import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rtpPacket } from '../testing/fake-rtp.ts'
import { createReorder, type Ordered } from './reorder.ts'

const arrived = (sequence: number, arrivedAt: number, ssrc = 1) => ({
  packet: rtpPacket({ sequence, timestamp: 0, payload: [1], ssrc }),
  arrivedAt,
})
const read = (ordered: readonly Ordered[]) =>
  ordered.map((item) => (item.type === 'packet' ? item.packet.sequence : item.type))

describe('packets of a source', () => {
  it('come out in order and once', () => {
    const order = createReorder({ holdMs: 250 })
    const out = [10, 12, 11, 11, 10, 13].flatMap((sequence) => order.push(arrived(sequence, 0)))
    assert.deepEqual(read(out), [10, 11, 12, 13])
  })

  it('wait for a missing one, and give up after a quarter of a second', () => {
    const order = createReorder({ holdMs: 250 })
    order.push(arrived(10, 0))
    assert.deepEqual(read(order.push(arrived(12, 100))), [])
    assert.deepEqual(read(order.push(arrived(13, 340))), [])
    assert.deepEqual(read(order.advance(349)), [])
    assert.deepEqual(read(order.advance(350)), ['lost', 12, 13])
    assert.deepEqual(read(order.push(arrived(11, 360))), [])
  })

  it('go on when their numbers wrap', () => {
    const order = createReorder({ holdMs: 250 })
    const numbers = [65_534, 0, 65_535, 1]
    const out = numbers.flatMap((sequence) => order.push(arrived(sequence, 0)))
    assert.deepEqual(read(out), [65_534, 65_535, 0, 1])
  })

  it('begin anew with two in a row from elsewhere, not with one', () => {
    const order = createReorder({ holdMs: 250 })
    order.push(arrived(10, 0))
    assert.deepEqual(read(order.push(arrived(12, 0))), [])
    assert.deepEqual(read(order.push(arrived(30_000, 0))), [])
    assert.deepEqual(read(order.push(arrived(11, 0))), [11, 12])
    assert.deepEqual(read(order.push(arrived(14, 0))), [])
    assert.deepEqual(read(order.push(arrived(5, 0, 2))), [])
    assert.deepEqual(read(order.push(arrived(6, 0, 2))), ['lost', 14, 'restarted', 5, 6])
    assert.deepEqual(read(order.push(arrived(7, 0, 2))), [7])
  })

  it('all come out at the end', () => {
    const order = createReorder({ holdMs: 250 })
    order.push(arrived(10, 0))
    order.push(arrived(12, 0))
    order.push(arrived(14, 0))
    assert.deepEqual(read(order.flush()), ['lost', 12, 'lost', 14])
  })
})
