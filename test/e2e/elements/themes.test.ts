import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { startDemo, type Demo } from '@ot-room/demo/server'
import type { Browser, Page } from 'playwright-core'
import { axeFindings } from '../../support/axe.ts'
import { startBrowser, withScreen } from '../../support/browser.ts'
import { openGallery } from '../../support/gallery.ts'

const root = join(import.meta.dirname, '../../..')
const themes = ['harbour', 'studio', 'confetti']
const states = ['lobby', 'lobby-denied', 'trouble', 'panel', 'camera-busy', 'left']
// `OT_PICTURES=folder` keeps a picture of each.
const pictures = process.env['OT_PICTURES']

describe('a theme', () => {
  let demo: Demo
  let browser: Browser
  let page: Page

  before(async () => {
    demo = await startDemo({ port: 0, endpoint: () => '/nowhere' })
    browser = await startBrowser(...withScreen)
    page = await browser.newPage({
      permissions: ['camera', 'microphone'],
      viewport: { width: 800, height: 560 },
      reducedMotion: 'reduce',
    })
  })
  after(async () => {
    await browser?.close()
    await demo?.close()
  })

  for (const theme of themes) {
    it(`${theme} is made of what the README offers to every page, and of nothing else`, async () => {
      const sheet = await readFile(join(root, `apps/demo/src/themes/${theme}.css`), 'utf8')
      const readme = await readFile(join(root, 'packages/elements/README.md'), 'utf8')
      const selectors = [...sheet.matchAll(/^[^\s/{}][^{}]*?(?= \{)/gm)].flatMap(([list]) =>
        list.split(/,\s*/),
      )
      for (const selector of selectors) {
        const [, part] =
          /^\.[a-z]+ ot-room(?:::part\(([a-z-]+)\))?$/.exec(selector) ?? assert.fail(selector)
        assert.ok(!part || readme.includes(`\`${part}\``), selector)
      }
      const properties = [...sheet.matchAll(/^ {2}(--[\w-]+):/gm)].map(([, name]) => name)
      assert.ok(properties.length > 10)
      for (const name of properties) assert.ok(readme.includes(`\`${name}\``), name)
    })

    it(`${theme} leaves axe nothing to find`, async () => {
      for (const state of states) {
        await openGallery(page, demo.url, { state, theme })
        assert.deepEqual(await axeFindings(page), [], state)
        if (!pictures || !['lobby', 'panel'].includes(state)) continue
        const path = join(pictures, `theme-${theme}-${state}.jpg`)
        await page.screenshot({ path, type: 'jpeg', quality: 70 })
      }
    })
  }

  it('can be changed while the room is shown', async () => {
    await page.goto(`${demo.url}/themes.html`)
    const room = page.locator('ot-room')
    await room.getByRole('button', { name: 'Join' }).waitFor()
    const ground = () => room.evaluate((element) => getComputedStyle(element).backgroundColor)
    const seen = new Set<string>()
    for (const name of ['Harbour', 'Studio', 'Confetti']) {
      await page.getByRole('radio', { name }).check()
      seen.add(await ground())
      await page.getByText(`.${name.toLowerCase()} ot-room {`).waitFor()
    }
    assert.equal(seen.size, 3)
    assert.deepEqual(await axeFindings(page), [])
  })
})
