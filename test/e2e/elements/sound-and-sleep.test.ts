import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newVisitor, startBrowser, unexpected } from '../../support/browser.ts'
import { nextFrame, roomOf, visit, type RoomVisitor } from '../../support/room-page.ts'
import { startStack, type Stack } from '../../support/stack.ts'

describe('a room whose browser holds it back', () => {
  let stack: Stack
  let browser: Browser
  let visitors: RoomVisitor[] = []

  before(async () => {
    stack = await startStack()
    browser = await startBrowser('--autoplay-policy=document-user-activation-required')
  })
  after(async () => {
    await browser?.close()
    await stack?.close()
  })
  afterEach(async () => {
    const all = visitors
    visitors = []
    for (const { errors, close } of all) {
      await close()
      // That the devices are denied, OpenTok.js says too.
      const known = (text: string): boolean => text.includes('End-user denied permission')
      assert.deepEqual(
        unexpected(errors).filter((text) => !known(text)),
        [],
      )
    }
  })

  it('says that sound is blocked, and one click plays it', async () => {
    const url = `${stack.demo}/?room=sound`
    const bob = await visit(browser, url)
    visitors.push(bob)
    await bob.join('Bob')
    await nextFrame(bob.tile('Bob (you)'))
    // Who neither clicks nor sends anything may not hear anything in Chromium.
    const ada = roomOf(await newVisitor(browser, { devices: 'denied' }))
    visitors.push(ada)
    await ada.page.addInitScript(joinByItself)
    await ada.page.goto(url)
    await untouched(
      ada.page,
      `new Promise((resolve) => {
      const look = () => {
        const { audio } = document.querySelector('ot-room')?.state ?? {}
        if (audio === 'blocked') resolve()
        else requestAnimationFrame(look)
      }
      look()
    })`,
    )
    await ada.room.getByText('Your browser is holding back the sound.').first().waitFor()
    await ada.button('Turn on sound').click()
    await ada.button('Turn on sound').waitFor({ state: 'detached' })
    const paused = await ada.tile('Bob').locator('video').evaluate(isSilent)
    assert.ok(!paused)
  })

  it('goes on after the page was frozen, as a phone in a pocket does it, and after a phone call', async () => {
    const url = `${stack.demo}/?room=sleep`
    const [ada, bob] = [await visit(browser, url), await visit(browser, url)]
    visitors.push(ada, bob)
    await ada.join('Ada')
    await bob.join('Bob')
    await Promise.all([nextFrame(ada.tile('Bob')), nextFrame(bob.tile('Ada'))])
    const protocol = await ada.context.newCDPSession(ada.page)
    await protocol.send('Page.setWebLifecycleState', { state: 'frozen' })
    await fetch(`${stack.emulator}/_emulator/drop-sockets`, { method: 'POST' })
    await nextFrame(bob.tile('Ada'))
    await protocol.send('Page.setWebLifecycleState', { state: 'active' })
    await Promise.all([nextFrame(ada.tile('Bob')), nextFrame(bob.tile('Ada'))])
    const held = ada.room.locator('[part~=held]').getByText('Your system holds your microphone')
    await tellMicrophone(ada.page, 'mute')
    await held.waitFor()
    await ada.room
      .getByRole('status')
      .getByText('holds your microphone')
      .waitFor({ state: 'attached' })
    await tellMicrophone(ada.page, 'unmute')
    await held.waitFor({ state: 'detached' })
    await ada.button('Microphone').click()
    await bob.tile('Ada').getByText('muted').waitFor({ state: 'attached' })
  })
})

/** Runs code without the user's gesture that every other way of Playwright to look at a page counts as. */
async function untouched(page: Page, expression: string): Promise<void> {
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Runtime.evaluate', { expression, awaitPromise: true })
}

/** What a phone does with the microphone during a call: it goes silent and comes back by itself. */
async function tellMicrophone(page: Page, event: 'mute' | 'unmute'): Promise<void> {
  await page.evaluate((type) => {
    const { opened } = globalThis as unknown as { opened: MediaStreamTrack[] }
    for (const track of opened) {
      if (track.kind !== 'audio' || track.readyState !== 'live') continue
      Object.defineProperty(track, 'muted', { configurable: true, value: type === 'mute' })
      track.dispatchEvent(new Event(type))
    }
  }, event)
}

/** Has the room join before anybody could have clicked. */
function joinByItself(): void {
  new MutationObserver((_changes, observer) => {
    const room = document.querySelector('ot-room')
    if (!room) return
    room.setAttribute('autojoin', '')
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })
}

function isSilent(element: Element): boolean {
  const video = element as HTMLVideoElement
  return video.paused || video.muted
}
