import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { bundleElements } from '../../scripts/bundle.ts'
import { foreign, startBrowser, unexpected } from '../support/browser.ts'
import { servePages, type PageServer } from '../support/page-server.ts'
import { nextFrame, visit } from '../support/room-page.ts'
import { startStack, type Stack } from '../support/stack.ts'

describe('the two lines of HTML on a page without any build', () => {
  let bundle = ''
  let site: PageServer
  let stack: Stack
  let browser: Browser

  before(async () => {
    bundle = await bundled()
    site = await servePages({
      '/ot-room.js': { type: 'text/javascript', content: bundle },
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

  it('hold nothing of OpenTok.js, which stays a file of its own', () => {
    assert.doesNotMatch(bundle, /tokbox|anvil|rumor/i)
    assert.ok(bundle.length < 200_000, 'the elements alone are a fraction of OpenTok.js')
  })
})

async function bundled(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ot-room-'))
  await bundleElements(folder)
  const text = await readFile(join(folder, 'ot-room.js'), 'utf8')
  await rm(folder, { recursive: true })
  return text
}

function pageOf(backend: string): string {
  return `<!doctype html><link rel="icon" href="data:," />
<script type="module" src="/ot-room.js"></script>
<ot-room room="plain" endpoint="${backend}" opentok="/opentok.min.js"></ot-room>`
}
