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
    const nodes = async (): Promise<number> => {
      await protocol.send('HeapProfiler.collectGarbage')
      return (await protocol.send('Memory.getDOMCounters')).nodes
    }
    // The first stays load and warm up what is kept on purpose.
    for (let count = 0; count < 2; count += 1) await stay()
    const before = await nodes()
    for (let count = 0; count < times; count += 1) await stay()
    const after = await nodes()
    test.diagnostic(`${times} stays: ${before} nodes before, ${after} after`)
    assert.ok(after - before < times * 2, `${after - before} more nodes`)
    assert.equal(await liveTracks(visitor.page), 0)
    assert.ok(closed.length > times)
    await Promise.all(closed)
    await visitor.close()
  })
})
