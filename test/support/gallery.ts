import { after, before } from 'node:test'
import { startDemo, type Demo } from '@ot-room/demo/server'
import type { OtRoom } from 'ot-room'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { startBrowser, withScreen } from './browser.ts'

/** The demo's gallery, without a backend, in a page that may use devices. */
export type Gallery = {
  readonly browser: Browser
  readonly page: Page
  /** Where the demo is. */
  readonly url: string
}

/** Opens the gallery before the tests of a `describe`, and closes it after them. */
export function useGallery(options: BrowserContextOptions = {}): Gallery {
  let demo: Demo | undefined
  let browser: Browser | undefined
  let page: Page | undefined
  before(async () => {
    demo = await startDemo({
      port: 0,
      endpoint: () => '/nowhere',
      pages: process.env['OT_DEMO_PAGES'],
    })
    browser = await startBrowser(...withScreen)
    page = await browser.newPage({ permissions: ['camera', 'microphone'], ...options })
  })
  after(async () => {
    await browser?.close()
    await demo?.close()
  })
  const open = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('The gallery is open only while tests run.')
    return part
  }
  return {
    get browser() {
      return open(browser)
    },
    get page() {
      return open(page)
    },
    get url() {
      return open(demo).url
    },
  }
}

/** How a state of the demo's gallery is looked at. */
export type Look = {
  readonly state: string
  readonly language?: string
  readonly theme?: string
}

/** Opens a state of the demo's gallery; resolves once the room shows it, in its language. */
export async function openGallery(
  page: Page,
  demo: string,
  { state, language = 'en', theme = 'plain' }: Look,
): Promise<void> {
  const query = new URLSearchParams({ state, lang: language, theme })
  if (state === 'broken') await page.route(/\/mount-room[.-]/, (route) => route.abort())
  await page.goto(`${demo}/gallery.html?${query}`)
  if (state === 'broken') {
    // What is loaded comes after the page has, sooner or later.
    await page.locator('ot-room').locator('[part~=broken]').waitFor()
    await page.unrouteAll()
  }
  await page.waitForFunction((name) => document.documentElement.dataset['reached'] === name, state)
  await page.waitForFunction(isShown, language)
}

/** Whether the room shows something, in the language that is wanted. */
function isShown(language: string): boolean {
  const room = document.querySelector<OtRoom>('ot-room')
  const root = room?.shadowRoot
  const frame = root?.querySelector('.frame')
  if (!frame) return Boolean(root?.querySelector('[part=consent], [part=broken]'))
  // The lobby stays until what comes after it has been fetched.
  const phase = room?.state.phase
  const shown = frame.querySelector(
    phase === 'lobby' || phase === undefined ? 'section, ot-lobby' : 'section, ot-stage',
  )
  return shown !== null && frame.getAttribute('lang') === language
}
