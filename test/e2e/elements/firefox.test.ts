import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'puppeteer-core'
import { unexpected } from '../../support/browser.ts'
import { startFirefox, withLoopback } from '../../support/firefox.ts'
import { nextFrame, visit } from '../../support/room-page.ts'
import { useStage } from '../../support/stage.ts'

describe('a room in Firefox', () => {
  const stage = useStage()
  let firefox: Browser | undefined
  before(async () => {
    firefox = await startFirefox(withLoopback)
  })
  after(() => firefox?.close())

  it('is joined, talked and written in, shown a screen in, and left, with somebody in Chromium', async () => {
    assert.ok(firefox)
    const url = `${stage.stack.demo}/?room=fox`
    const errors: string[] = []
    const fox = await firefox.newPage()
    fox.on('pageerror', (error) => errors.push(String(error)))
    await fox.goto(url)
    const bob = await visit(stage.browser, url)
    await press(fox, 'preview-start')
    await fox.locator('ot-room >>> video').wait()
    await fox.locator('ot-room >>> input').fill('Fox')
    // Firefox does not let a page change the picture that it sends, so nothing is offered that takes that.
    assert.equal(await fox.$('ot-room >>> [part~=blur]'), null)
    await press(fox, 'join')
    await bob.join('Bob')

    await Promise.all([nextFrame(bob.tile('Fox')), frameOf(fox, 'Bob')])
    await press(fox, 'microphone')
    await bob.tile('Fox').getByText('muted').waitFor({ state: 'attached' })
    await press(fox, 'microphone')
    await bob.tile('Fox').getByText('muted').waitFor({ state: 'detached' })
    await press(fox, 'camera')
    await bob.tile('Fox').getByText('camera off').waitFor({ state: 'attached' })
    await press(fox, 'camera')
    await nextFrame(bob.tile('Fox'))

    await fox.evaluate(drawScreen)
    await press(fox, 'share')
    await nextFrame(bob.tile('Fox’s screen'))
    await press(fox, 'share')
    await bob.tile('Fox’s screen').waitFor({ state: 'detached' })

    await press(fox, 'chat')
    await fox.locator('ot-room >>> textarea').fill('Hello from Firefox')
    await fox.keyboard.press('Enter')
    await bob.button('Chat, 1 new message').click()
    await bob.room.locator('ot-chat').getByText('Hello from Firefox').waitFor()
    await bob.room.getByLabel('Message to everybody').fill('Hello from Chromium')
    await bob.button('Send').click()
    await fox.locator('ot-room >>> li ::-p-text(Hello from Chromium)').wait()

    await press(fox, 'leave')
    await bob.tile('Fox').waitFor({ state: 'detached' })
    await fox.locator('ot-room >>> h2').wait()
    assert.deepEqual(errors, [])
    assert.deepEqual(unexpected(bob.errors), [])
    await Promise.all([bob.close(), fox.close()])
  })
})

/** A Firefox without a display has no screen to share, so it is given one that is drawn. */
function drawScreen(): void {
  const canvas = document.createElement('canvas')
  const brush = canvas.getContext('2d')
  const paint = (): void => {
    brush?.fillRect(Math.random() * 300, Math.random() * 150, 20, 20)
    requestAnimationFrame(paint)
  }
  paint()
  navigator.mediaDevices.getDisplayMedia = async () => canvas.captureStream(10)
}

/** Clicks a button of the room as a person does. */
function press(page: Page, part: string): Promise<void> {
  return page.locator(`ot-room >>> button[part=${part}]`).click()
}

/** Resolves with the next frame of somebody's picture. */
function frameOf(page: Page, name: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const picture = (): HTMLVideoElement | null | undefined => {
      const stage = document.querySelector('ot-room')?.shadowRoot?.querySelector('ot-stage')
      const tiles = [...(stage?.shadowRoot?.querySelectorAll('ot-tile') ?? [])]
      const tile = tiles.find(({ shadowRoot }) => shadowRoot?.textContent.includes(wanted))
      return tile?.shadowRoot?.querySelector('video')
    }
    for (;;) {
      const video = picture()
      if (video) return new Promise<number>((resolve) => video.requestVideoFrameCallback(resolve))
      await new Promise(requestAnimationFrame)
    }
  }, name)
}
