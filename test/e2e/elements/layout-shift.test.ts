import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { newVisitor, startBrowser } from '../../support/browser.ts'
import { bundled, servedBundle } from '../../support/bundled-elements.ts'
import { layoutShifts } from '../../support/layout-shifts.ts'
import { servePages, type PageServer } from '../../support/page-server.ts'
import { nextFrame, roomOf, type RoomVisitor } from '../../support/room-page.ts'

// A lobby asks no backend for anything, so there is none.
describe('a page with a room does not shift', () => {
  let site: PageServer
  let browser: Browser

  before(async () => {
    site = await servePages({
      ...servedBundle(await bundled()),
      '/page.css': {
        type: 'text/css',
        content: 'ot-room { display: block; min-block-size: 36rem }',
      },
      ...Object.fromEntries(['en', 'de', 'ar'].map((lang) => [`/${lang}`, pageIn(lang)])),
    })
    browser = await startBrowser()
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  async function open(
    language: string,
    { width, ...options }: { width: number; devices?: 'granted' | 'denied' },
  ): Promise<RoomVisitor> {
    const visitor = await newVisitor(browser, options)
    await visitor.page.setViewportSize({ width, height: 760 })
    await visitor.page.goto(`${site.url}/${language}`)
    return roomOf(visitor)
  }

  for (const language of ['en', 'de', 'ar']) {
    for (const width of [320, 1000]) {
      it(`while it loads, in ${language}, ${width} px wide`, async () => {
        const visitor = await open(language, { width })
        await nextFrame(visitor.room)
        await visitor.page.waitForFunction(everythingIsNamed)
        assert.deepEqual(await layoutShifts(visitor.page), [])
        await visitor.close()
      })
    }
  }

  it('when it turns out that the devices are blocked', async () => {
    const visitor = await open('en', { width: 1000, devices: 'denied' })
    const start = visitor.button('Turn on camera and microphone')
    await start.waitFor()
    // A click by the page itself is nobody's input, so whatever moves is counted.
    await start.evaluate((button) => (button as HTMLElement).click())
    await visitor.room.getByText('Your microphone is blocked').waitFor()
    await visitor.button('Join to watch and listen').waitFor()
    assert.deepEqual(await layoutShifts(visitor.page), [])
    await visitor.close()
  })
})

function pageIn(language: string) {
  const direction = language === 'ar' ? 'rtl' : 'ltr'
  return {
    type: 'text/html; charset=utf-8',
    content: `<!doctype html><html lang="${language}" dir="${direction}"><title>Room</title>
<link rel="icon" href="data:," /><link rel="stylesheet" href="/page.css" />
<script type="module" src="/ot-room.js"></script>
<p>Above</p><ot-room room="still" endpoint="/nowhere" opentok="/opentok.min.js"></ot-room><p>Below</p>`,
  }
}

/** Whether the pickers have the names of the devices, which come last. */
function everythingIsNamed(): boolean {
  const lobby = document.querySelector('ot-room')?.shadowRoot?.querySelector('ot-lobby')
  const pickers = [...(lobby?.shadowRoot?.querySelectorAll('select') ?? [])]
  return pickers.length === 3 && pickers.every(({ disabled }) => !disabled)
}
