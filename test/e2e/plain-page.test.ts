import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { bundled, servedBundle } from '../support/bundled-elements.ts'
import { foreign, startBrowser, unexpected } from '../support/browser.ts'
import { servePages, type PageServer } from '../support/page-server.ts'
import { nextFrame, visit } from '../support/room-page.ts'
import { startStack, type Stack } from '../support/stack.ts'

describe('the two lines of HTML on a page without any build', () => {
  let site: PageServer
  let stack: Stack
  let browser: Browser

  before(async () => {
    site = await servePages({
      ...servedBundle(await bundled()),
      // As many content management systems still send it.
      '/': { type: 'text/html; charset=windows-1252', content: () => pageOf(stack.backend) },
    })
    stack = await startStack({ OT_ORIGINS: site.url })
    browser = await startBrowser()
  })
  after(async () => {
    await browser?.close()
    await stack?.close()
    await site?.close()
  })

  it('are a room, also where the page is not UTF-8', async () => {
    const plain = await visit(browser, site.url)
    const other = await visit(browser, `${stack.demo}/?room=plain`)
    await plain.join('Ägnes')
    await other.join('Bob')
    assert.ok((await nextFrame(plain.tile('Bob'))).width > 0)
    assert.ok((await nextFrame(other.tile('Ägnes'))).width > 0)
    assert.deepEqual(unexpected(plain.errors), [])
    assert.deepEqual(foreign(plain.requests), [])
    await plain.close()
    await other.close()
  })
})

function pageOf(backend: string): string {
  return `<!doctype html><link rel="icon" href="data:," />
<script type="module" src="/ot-room.js"></script>
<ot-room room="plain" endpoint="${backend}" opentok="/opentok.min.js"></ot-room>`
}
