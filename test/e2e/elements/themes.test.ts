import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { axeFindings } from '../../support/axe.ts'
import { openGallery, useGallery } from '../../support/gallery.ts'

const root = join(import.meta.dirname, '../../..')
const themes = ['harbour', 'studio', 'confetti']
const states = ['lobby', 'lobby-denied', 'trouble', 'panel', 'camera-busy', 'left']
// `OT_PICTURES=folder` keeps a picture of each.
const pictures = process.env['OT_PICTURES']

describe('a theme', () => {
  const gallery = useGallery({ viewport: { width: 800, height: 560 }, reducedMotion: 'reduce' })

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
        await openGallery(gallery.page, gallery.url, { state, theme })
        assert.deepEqual(await axeFindings(gallery.page), [], state)
        if (!pictures || !['lobby', 'panel'].includes(state)) continue
        const path = join(pictures, `theme-${theme}-${state}.jpg`)
        await gallery.page.screenshot({ path, type: 'jpeg', quality: 70 })
      }
    })
  }

  it('can be changed while the room is shown', async () => {
    await gallery.page.goto(`${gallery.url}/themes.html`)
    const room = gallery.page.locator('ot-room')
    await room.getByRole('button', { name: 'Join' }).waitFor()
    const ground = () => room.evaluate((element) => getComputedStyle(element).backgroundColor)
    const seen = new Set<string>()
    for (const name of ['Harbour', 'Studio', 'Confetti']) {
      await gallery.page.getByRole('radio', { name }).check()
      seen.add(await ground())
      await gallery.page.getByText(`.${name.toLowerCase()} ot-room {`).waitFor()
    }
    assert.equal(seen.size, 3)
    assert.deepEqual(await axeFindings(gallery.page), [])
  })
})
