import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { startBrowser } from '../../support/browser.ts'
import { nextFrame, visit } from '../../support/room-page.ts'
import { startStack, type Stack } from '../../support/stack.ts'

describe('the ring of those who speak', () => {
  let stack: Stack
  let browser: Browser
  before(async () => {
    stack = await startStack({ OT_MEDIA_MODE: 'routed' })
    browser = await startBrowser()
  })
  after(async () => {
    await browser?.close()
    await stack?.close()
  })

  it('is drawn in every frame, and no style is calculated for it', async () => {
    const ada = await visit(browser, `${stack.demo}/?room=rings`)
    await ada.join('Ada')
    await ada.tile('Ada (you)').waitFor()
    const { sessions } = (await (await fetch(`${stack.emulator}/_emulator/sessions`)).json()) as {
      sessions: { sessionId: string }[]
    }
    const add = async (name: string): Promise<void> => {
      const path = `/_emulator/sessions/${sessions[0]?.sessionId}/participants`
      const body = JSON.stringify({ name })
      const response = await fetch(stack.emulator + path, { method: 'POST', body })
      assert.equal(response.status, 201, await response.text())
    }
    const names = ['Bob', 'Cem', 'Dee', 'Eve', 'Fay', 'Gus']
    await Promise.all(names.map(add))
    for (const name of names) await nextFrame(ada.tile(name))

    const { page } = ada
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable')
    const recalculations = async (): Promise<number> => {
      const { metrics } = await cdp.send('Performance.getMetrics')
      return metrics.find(({ name }) => name === 'RecalcStyleCount')?.value ?? NaN
    }
    /** Frames in which some ring was another one than in the frame before. */
    const painted = await page.evaluateHandle(() => {
      const seen = { frames: 0, changes: 0 }
      const tiles = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((element) => [
          ...(element.localName === 'ot-tile' ? [element] : []),
          ...(element.shadowRoot ? tiles(element.shadowRoot) : []),
        ])
      const all = tiles(document)
      let before = ''
      const look = () => {
        const now = all.map((tile) => Reflect.get(tile, 'level')).join()
        seen.frames += 1
        if (now !== before) seen.changes += 1
        before = now
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
      return seen
    })
    const first = await recalculations()
    await page.waitForFunction((seen) => seen.changes >= 60, painted, { timeout: 60_000 })
    const { changes } = await painted.jsonValue()
    const during = (await recalculations()) - first
    // A name, a speaker and a clock may change meanwhile; the rings have changed in sixty frames and more.
    assert.ok(
      during < changes / 3,
      `${during} recalculations in ${changes} frames with other rings`,
    )
    await ada.close()
  })
})
