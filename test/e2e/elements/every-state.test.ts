import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { axeFindings } from '../../support/axe.ts'
import { openGallery, useGallery } from '../../support/gallery.ts'
import { nextFrame } from '../../support/room-page.ts'

const states = [
  'consent',
  'lobby-unasked',
  'lobby',
  'lobby-blur-failed',
  'lobby-denied',
  'lobby-missing',
  'lobby-blocked-by-system',
  'joining',
  'waiting',
  'knocking',
  'admitting',
  'alone',
  'two',
  'four',
  'seven',
  'speaker',
  'floating',
  'screen',
  'sharing',
  'trouble',
  'panel',
  'chat-empty',
  'chat',
  'unread',
  'reacting',
  'recording',
  'recording-host',
  'captions',
  'captions-empty',
  'captions-offered',
  'captions-host',
  'people',
  'hosting',
  'device-gone',
  'reconnecting',
  'rejoining',
  'sound-blocked',
  'camera-busy',
  'muted-by-host',
  'held',
  'left',
  'removed',
  'failed',
  'refused',
  'unconfigured',
  'broken',
] as const

type Look = {
  readonly scheme: 'light' | 'dark'
  readonly language: 'en' | 'ar'
  readonly width: number
}

const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((scheme) =>
  (['en', 'ar'] as const).flatMap((language) =>
    [320, 768, 1280].map((width) => ({ scheme, language, width })),
  ),
)

// `OT_LOOKS=whole` looks at every state in every look, which takes minutes; usually each state has one, in turn.
const whole = process.env['OT_LOOKS'] === 'whole'
// `OT_PICTURES=folder` keeps pictures of the desktop in both schemes: those in the README come from here.
const pictures = process.env['OT_PICTURES']

describe('every state of a room', () => {
  const gallery = useGallery()

  async function open(state: string, { scheme, language, width }: Look): Promise<void> {
    await gallery.page.setViewportSize({ width, height: 720 })
    await gallery.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await openGallery(gallery.page, gallery.url, { state, language })
  }

  for (const [index, state] of states.entries()) {
    const chosen = whole ? looks : looks.filter((_, place) => place === (index * 5) % looks.length)
    for (const look of chosen) {
      it(`axe finds nothing in ${state}, and nothing is cut off: ${Object.values(look).join(', ')}`, async () => {
        await open(state, look)
        assert.deepEqual(await axeFindings(gallery.page), [])
        const scrolls = await gallery.page.evaluate(() => document.documentElement.scrollWidth)
        assert.equal(scrolls, look.width)
      })
    }
  }

  const skip = pictures ? false : 'OT_PICTURES names no folder'
  // Some sixty pictures, each after a page of its own.
  it('has pictures', { skip, timeout: 1_200_000 }, async () => {
    mkdirSync(pictures ?? '', { recursive: true })
    for (const state of states) {
      for (const scheme of ['light', 'dark'] as const) {
        await open(state, { scheme, language: 'en', width: 800 })
        await gallery.page.setViewportSize({ width: 800, height: 560 })
        if (state === 'lobby') await nextFrame(gallery.page.locator('ot-room'))
        // Pictures fade in, also where nothing moves: the next ones are whole.
        await gallery.page.evaluate(
          () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })),
        )
        const path = join(pictures ?? '', `${state}-${scheme}.jpg`)
        await gallery.page.screenshot({ path, type: 'jpeg', quality: 70 })
      }
    }
  })

  it('changes its language and direction while it is shown, without losing anybody', async () => {
    await open('two', { scheme: 'light', language: 'en', width: 1000 })
    const room = gallery.page.locator('ot-room')
    await room.getByRole('button', { name: 'Microphone' }).waitFor()
    for (const [language, word, direction] of [
      ['de', 'Mikrofon', 'ltr'],
      ['he', 'מיקרופון', 'rtl'],
      ['ja', 'マイク', 'ltr'],
    ] as const) {
      await gallery.page.evaluate((lang) => (document.documentElement.lang = lang), language)
      await room.getByRole('button', { name: word, exact: true }).waitFor()
      const stage = room.locator('ot-stage')
      assert.equal(await stage.evaluate((it) => getComputedStyle(it).direction), direction)
      assert.equal(await room.getByRole('listitem').count(), 2)
    }
  })

  it('stays legible in forced colours, and everything fits at 200 % zoom', async () => {
    for (const state of ['lobby', 'four', 'panel', 'chat', 'hosting', 'failed']) {
      const context = await gallery.browser.newContext({
        permissions: ['camera', 'microphone'],
        // A window of 1280 by 720 at 200 %.
        viewport: { width: 640, height: 360 },
        deviceScaleFactor: 2,
        forcedColors: 'active',
        reducedMotion: 'reduce',
      })
      const small = await context.newPage()
      await openGallery(small, gallery.url, { state })
      const buttons = await small.getByRole('button').all()
      assert.ok(buttons.length > 0)
      for (const button of buttons) {
        await button.scrollIntoViewIfNeeded()
        const border = await button.evaluate((it) => getComputedStyle(it).borderTopStyle)
        assert.equal(border, 'solid')
      }
      assert.equal(await small.evaluate(() => document.documentElement.scrollWidth), 640)
      await context.close()
    }
  })
})
