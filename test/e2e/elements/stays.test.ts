import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { OtRoom } from 'ot-room'
import { newVisitor } from '../../support/browser.ts'
import { liveTracks } from '../../support/devices.ts'
import { useStage } from '../../support/stage.ts'

// `OT_STAYS=200` joins and leaves that often.
describe('joining and leaving again and again', () => {
  const stage = useStage()

  it('leaves nothing behind, however often somebody joins and leaves', async (test) => {
    const times = Number(process.env['OT_STAYS'] ?? 4)
    const visitor = await newVisitor(stage.browser)
    const closed: Promise<unknown>[] = []
    visitor.page.on('websocket', (socket) => {
      // The demo's own server keeps one, for reloading.
      if (!socket.url().includes(new URL(stage.stack.emulator).host)) return
      closed.push(socket.waitForEvent('close'))
    })
    await visitor.page.addInitScript(countTimers)
    await visitor.page.goto(`${stage.stack.demo}/?room=often`)
    const protocol = await visitor.context.newCDPSession(visitor.page)
    const stay = () =>
      visitor.page.evaluate(async () => {
        const room = document.querySelector('ot-room') as unknown as OtRoom
        await room.join({ name: 'Ada' })
        const sent = () =>
          room.shadowRoot?.querySelector('ot-stage')?.shadowRoot?.querySelector('li')
        while (!sent()) await new Promise(requestAnimationFrame)
        room.leave()
        await new Promise(requestAnimationFrame)
      })
    const left = async () => {
      await protocol.send('HeapProfiler.collectGarbage')
      const { nodes, jsEventListeners } = await protocol.send('Memory.getDOMCounters')
      const timers = await visitor.page.evaluate(
        () => (globalThis as unknown as { timers: Map<number, string> }).timers.size,
      )
      return { nodes, listeners: jsEventListeners, timers }
    }
    // The first stays load and warm up what is kept on purpose.
    for (let count = 0; count < 2; count += 1) await stay()
    const before = await left()
    for (let count = 0; count < times; count += 1) await stay()
    const after = await left()
    test.diagnostic(
      `${times} stays: ${JSON.stringify(before)} before, ${JSON.stringify(after)} after`,
    )
    assert.ok(after.nodes - before.nodes < times * 2, `${after.nodes - before.nodes} more nodes`)
    assert.ok(after.listeners - before.listeners < times * 2, `${after.listeners} listeners`)
    assert.ok(after.timers <= before.timers, `${after.timers} timers run, ${before.timers} before`)
    assert.equal(await liveTracks(visitor.page), 0)
    assert.ok(closed.length > times)
    await Promise.all(closed)
    await visitor.close()
  })
})

/** Lets the page know which of its intervals run. */
function countTimers(): void {
  const timers = new Map<number, string>()
  Object.assign(globalThis, { timers })
  const { setInterval: set, clearInterval: clear } = window
  Object.assign(window, {
    setInterval(...given: Parameters<typeof set>) {
      const timer = set(...given)
      timers.set(timer, String(new Error().stack))
      return timer
    },
    clearInterval(timer: number) {
      timers.delete(timer)
      clear(timer)
    },
  })
}
