import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newVisitor, startBrowser, type Visitor } from '../../support/browser.ts'
import { startStack, type Stack } from '../../support/stack.ts'

/** Where a button is, and what of it can be seen of its element. */
type Sight = { top: number; bottom: number; height: number }

describe('what a visitor has to press', () => {
  let stack: Stack
  let browser: Browser
  let visitor: Visitor
  before(async () => {
    stack = await startStack()
    browser = await startBrowser()
    visitor = await newVisitor(browser)
  })
  after(async () => {
    await visitor?.close()
    await browser?.close()
    await stack?.close()
  })

  /** A page of this size with one room in it, as wide and as high as is said. */
  async function open(
    size: { width: number; height: number },
    room: { inlineSize: string; blockSize: string; lang: string },
  ): Promise<Page> {
    const { page } = visitor
    await page.setViewportSize(size)
    await page.goto(`${stack.demo}/?room=sight`)
    await page.locator('ot-room').evaluate((element, wanted) => {
      element.setAttribute('lang', wanted.lang)
      Object.assign((element as HTMLElement).style, {
        inlineSize: wanted.inlineSize,
        blockSize: wanted.blockSize,
        minBlockSize: '0',
      })
      element.scrollIntoView()
    }, room)
    return page
  }

  async function sightOf(page: Page, selector: string): Promise<Sight> {
    const button = page.locator('ot-room').locator(selector)
    await button.waitFor()
    return button.evaluate((element) => {
      const room = document.querySelector('ot-room')
      const box = element.getBoundingClientRect()
      const frame = room?.getBoundingClientRect() ?? box
      const height = Math.min(frame.bottom, innerHeight)
      return { top: box.top - frame.top, bottom: box.bottom, height }
    })
  }

  const boxes = [
    ...[465, 500, 560, 640, 700, 735, 736, 760].map((width) => [width, 576] as const),
    [320, 240],
    [640, 360],
    [360, 640],
    [645, 576],
    [740, 240],
  ] as const

  for (const lang of ['en', 'de', 'ar']) {
    it(`is in sight at every size of the element (${lang})`, async () => {
      for (const [width, height] of boxes) {
        const page = await open(
          { width: Math.max(width, 320), height: Math.max(height, 240) },
          { inlineSize: `${width}px`, blockSize: `${height}px`, lang },
        )
        const join = await sightOf(page, '[part~=join]')
        assert.ok(
          join.top >= 0 && join.bottom <= join.height + 1,
          `${width}x${height} ${JSON.stringify(join)}`,
        )
      }
    })
  }

  it('is in sight on a page with two rooms, without scrolling', async () => {
    const { page } = visitor
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto(`${stack.demo}/two-rooms.html`)
    await page.locator('[part~=join]').nth(1).waitFor()
    for (const join of await page.locator('[part~=join]').all()) {
      const box = await join.boundingBox()
      assert.ok(box && box.y > 0 && box.y + box.height <= 720, JSON.stringify(box))
    }
    assert.equal(await page.locator('[part~=join]').count(), 2)
  })

  it('is in sight after a failure and after leaving, in a box of 320x240', async () => {
    const page = await open(
      { width: 320, height: 240 },
      { inlineSize: '320px', blockSize: '240px', lang: 'de' },
    )
    await page.route('**/join', (route) => route.abort())
    await page.locator('ot-room').locator('[part~=join]').click()
    const again = await sightOf(page, '[part~=failed] .primary')
    assert.ok(again.top >= 0 && again.bottom <= again.height + 1, JSON.stringify(again))
    await page.unroute('**/join')
    await page.locator('ot-room').locator('[part~=failed] .primary').click()
    await page.locator('ot-room').locator('[part~=leave]').click()
    const back = await sightOf(page, '[part~=left] .primary')
    assert.ok(back.top >= 0 && back.bottom <= back.height + 1, JSON.stringify(back))
  })
})
