import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { MediaEvent } from '../command.ts'
import { createChildRouter } from './child-router.ts'

const network = { connection: 'alice', impairment: { up: {}, down: {} } }
const open = { type: 'open-publisher', leg: 'publisher', network } as const

/** A router, and what it tells, awaited one by one. */
function started(address: string) {
  const events: MediaEvent[] = []
  const lines: string[] = []
  let heard: (() => void) | undefined
  let lost: (() => void) | undefined
  const router = createChildRouter({
    address,
    port: 0,
    advertised: [address],
    event: (_sessionId, event) => {
      events.push(event)
      heard?.()
    },
    lost: () => lost?.(),
    log: (line) => lines.push(line),
  })
  return {
    router,
    lines,
    next: () => new Promise<void>((resolve) => (heard = resolve)).then(() => events.at(-1)),
    lost: () => new Promise<void>((resolve) => (lost = resolve)),
  }
}

describe('the media router in its own process', () => {
  it('says what is wrong with an offer, and goes on', async () => {
    const { router, next } = started('127.0.0.1')
    const refused = next()
    router.perform('S', open)
    router.perform('S', { type: 'negotiate', leg: 'publisher', step: 'offer', sdp: 'nonsense' })
    const event = await refused
    assert.equal(event?.type === 'failed' && event.leg, 'publisher')
    await router.close()
  })

  it('is lost when it crashes, says so, and is there again for the next command', async () => {
    const { router, next, lost, lines } = started('127.0.0.1')
    const wrong = { type: 'negotiate', leg: 'publisher', step: 'offer', sdp: '' } as const
    const first = next()
    router.perform('S', open)
    router.perform('S', wrong)
    await first
    const crashed = lost()
    router.crash()
    await crashed
    assert.match(lines.join(), /ended with SIGKILL\. Media comes back by itself\./)
    const second = next()
    router.perform('S', open)
    router.perform('S', wrong)
    assert.equal((await second)?.type, 'failed')
    await router.close()
  })

  it('may be told something between its end and the news of it', async () => {
    const { router, next, lost } = started('127.0.0.1')
    const first = next()
    router.perform('S', open)
    router.perform('S', { type: 'negotiate', leg: 'publisher', step: 'offer', sdp: '' })
    await first
    const crashed = lost()
    router.crash()
    await Promise.resolve().then(() => undefined)
    // It is dead by then, and nothing here has had time to hear of it.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    for (let times = 0; times < 3; times += 1) router.perform('S', open)
    await crashed
    await router.close()
  })
})
