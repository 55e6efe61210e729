import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createLink } from './link.ts'

const packet = (number: number) => Buffer.from([number, ...new Uint8Array(999)])

/** Sends packets at once; the result is which of them arrived, in order, and how long the last one took. */
async function send(link: ReturnType<typeof createLink>, count: number) {
  const arrived: number[] = []
  const start = performance.now()
  let took = 0
  for (let number = 0; number < count; number += 1) {
    link.carry(packet(number), (carried) => {
      arrived.push(carried[0] ?? -1)
      took = performance.now() - start
    })
  }
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 700))
  await quiet()
  link.close()
  return { arrived, took }
}

describe('a link', () => {
  it('delivers at once when nothing is wrong with it', () => {
    const link = createLink()
    const arrived: number[] = []
    link.carry(packet(7), (carried) => arrived.push(carried[0] ?? -1))
    assert.deepEqual(arrived, [7])
  })

  it('lets packets pass at its rate, in order, and drops what its queue does not hold', async () => {
    const link = createLink()
    // 25 ms for each packet.
    link.impair({ kilobitsPerSecond: 320 })
    const { arrived, took } = await send(link, 40)
    assert.deepEqual(
      arrived,
      arrived.toSorted((a, b) => a - b),
    )
    assert.ok(arrived.length >= 16 && arrived.length <= 19, `${arrived.length} arrived`)
    assert.ok(took >= 375)
  })

  it('keeps the order although each packet is late by chance', async () => {
    const link = createLink()
    link.impair({ delayMs: 20, jitterMs: 50 })
    const { arrived, took } = await send(link, 30)
    assert.deepEqual(
      arrived,
      Array.from({ length: 30 }, (_, index) => index),
    )
    assert.ok(took >= 20)
  })

  it('loses the part it is told to, and nothing passes at a rate of 0', async () => {
    const link = createLink()
    link.impair({ loss: 1 })
    assert.deepEqual((await send(link, 5)).arrived, [])
    link.impair({ kilobitsPerSecond: 0 })
    assert.deepEqual((await send(link, 5)).arrived, [])
  })
})
