import type { OtRoom } from 'ot-room'
import type { Page } from 'playwright-core'

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
  if (state === 'broken') await page.route('**/mount-room.ts*', (route) => route.abort())
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
