import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { bundleEffects } from '@ot-room/demo/effects'
import type { Browser, Page } from 'playwright-core'
import { foreign, newVisitor, startBrowser, unexpected } from '../../support/browser.ts'
import { bundled, servedBundle } from '../../support/bundled-elements.ts'
import { servePages, type PageServer } from '../../support/page-server.ts'
import { nextFrame, roomOf, visit } from '../../support/room-page.ts'
import { startStack, type Stack } from '../../support/stack.ts'

/** The style that OpenTok.js 2.35.2 adds to a page, first empty and then whole. */
const styleOfOpenTok =
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-JAt5aCOX5D01HuArPrLRKiM6OfRElkfTL8jgNlcvRyQ='"

describe('a page that allows nothing but what it lists', () => {
  let site: PageServer
  let stack: Stack
  let browser: Browser

  const policy = (scripts: readonly string[]) => {
    const socket = stack.emulator.replace('http', 'ws')
    return [
      "default-src 'none'",
      `style-src 'self' ${styleOfOpenTok}`,
      `connect-src 'self' ${stack.backend} ${stack.emulator} ${socket}`,
      'img-src data:',
      'media-src blob: mediastream:',
      "require-trusted-types-for 'script'",
      ...scripts,
    ].join('; ')
  }
  const roomAlone = ["script-src 'self'", 'trusted-types lit-html ot-room default']
  const withBlur = [
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    'trusted-types lit-html ot-room ot-room-effects default',
  ]
  const page = (attributes: string, { around = '', scripts = roomAlone } = {}) => ({
    type: 'text/html; charset=utf-8',
    headers: () => ({ 'content-security-policy': policy(scripts) }),
    content: () => `<!doctype html><html lang="en"><title>Room</title>
<link rel="icon" href="data:," /><link rel="stylesheet" href="/page.css" />
<script type="module" src="/ot-room.js"></script>
${around}<ot-room room="strict" endpoint="${stack.backend}" opentok="/opentok.min.js" ${attributes}></ot-room><p>Below</p>`,
  })

  before(async () => {
    const effects = Object.fromEntries(
      [...(await bundleEffects())].map(([name, file]) => [`/effects/${name}`, file]),
    )
    site = await servePages({
      ...servedBundle(await bundled()),
      '/page.css': {
        type: 'text/css',
        content: 'ot-room { display: block; min-block-size: 36rem } .far { block-size: 300vh }',
      },
      '/': page(''),
      ...effects,
      '/blur': page('background-blur="/effects/blur.js"', { scripts: withBlur }),
      '/consent': page('consent'),
      '/lazy': page('loading="lazy"', { around: '<div class="far"></div>' }),
    })
    stack = await startStack({ OT_ORIGINS: site.url })
    browser = await startBrowser()
  })
  after(async () => {
    await browser?.close()
    await stack?.close()
    await site?.close()
  })

  /** Opens a page and collects what its policy refuses, told apart by who asked for it. */
  async function open(path: string) {
    const visitor = await newVisitor(browser)
    await visitor.page.addInitScript(() => {
      const violations: string[] = []
      Object.assign(globalThis, { violations })
      document.addEventListener('securitypolicyviolation', (event) => {
        violations.push(
          `${event.effectiveDirective} ${event.blockedURI} ${event.sample} in ${event.sourceFile}`,
        )
      })
    })
    await visitor.page.goto(site.url + path)
    return roomOf(visitor)
  }
  const violationsOn = (on: Page) =>
    on.evaluate(() => (globalThis as unknown as { violations: string[] }).violations)

  it('loads the lobby and nothing else before Join: nothing of another origin, nothing of OpenTok.js', async () => {
    const visitor = await open('/')
    await nextFrame(visitor.room)
    assert.deepEqual(foreign(visitor.requests), [])
    const elsewhere = visitor.requests.filter((url) => !url.startsWith(site.url))
    assert.deepEqual(
      elsewhere.filter((url) => !/^(data|blob):/.test(url)),
      [],
    )
    assert.ok(!visitor.requests.some((url) => url.includes('opentok')))
    await visitor.close()
  })

  it('joins, and nothing violates the policy', async () => {
    const visitor = await open('/')
    const other = await visit(browser, `${stack.demo}/?room=strict`)
    await visitor.join('Ada')
    await other.join('Bob')
    await nextFrame(visitor.tile('Bob'))
    await visitor.button('Leave').click()
    await visitor.room.getByText('You have left the room').waitFor()
    assert.deepEqual(await violationsOn(visitor.page), [])
    assert.deepEqual(unexpected(visitor.errors), [])
    await visitor.close()
    await other.close()
  })

  it('blurs, in a worker of its own', async () => {
    const visitor = await open('/blur')
    await nextFrame(visitor.room)
    await visitor.room.getByLabel('Blur my background').check()
    await visitor.page.waitForFunction(() => {
      const lobby = document.querySelector('ot-room')?.shadowRoot?.querySelector('ot-lobby')
      const picture = lobby?.shadowRoot?.querySelector('video')?.srcObject as MediaStream
      // The camera has a name, and what is made of its picture has none but an id.
      return picture.getVideoTracks().every(({ label }) => !label.startsWith('fake_device'))
    })
    await nextFrame(visitor.room)
    assert.deepEqual(await violationsOn(visitor.page), [])
    assert.deepEqual(foreign(visitor.requests), [])
    await visitor.close()
  })

  it('with consent, fetches nothing but the shell before the first click', async () => {
    const visitor = await open('/consent')
    const button = visitor.button('Open the room')
    await button.waitFor()
    const scripts = () => visitor.requests.filter((url) => url.endsWith('.js'))
    assert.deepEqual(scripts(), [`${site.url}/ot-room.js`])
    await button.click()
    await nextFrame(visitor.room)
    await visitor.close()
  })

  it('with loading="lazy", fetches nothing but the shell until it is near', async () => {
    const visitor = await open('/lazy')
    await visitor.page.evaluate(() => customElements.whenDefined('ot-room').then(() => undefined))
    await visitor.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    const scripts = () => visitor.requests.filter((url) => url.endsWith('.js'))
    assert.deepEqual(scripts(), [`${site.url}/ot-room.js`])
    await visitor.room.scrollIntoViewIfNeeded()
    await nextFrame(visitor.room)
    await visitor.close()
  })
})
