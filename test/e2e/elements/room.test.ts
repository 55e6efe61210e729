import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import type OpenTok from '@opentok/client'
import type { OtRoom } from 'ot-room'
import type { Browser, Locator } from 'playwright-core'
import { startBrowser, unexpected, withScreen } from '../../support/browser.ts'
import { nextFrame, visit, type RoomVisitor } from '../../support/room-page.ts'
import { startStack, type Stack } from '../../support/stack.ts'

describe('a room with people in it', () => {
  let stack: Stack
  let browser: Browser
  let visitors: RoomVisitor[] = []
  let rooms = 0

  before(async () => {
    stack = await startStack({ OT_MEDIA_MODE: 'routed' })
    browser = await startBrowser(...withScreen)
  })
  after(async () => {
    await browser?.close()
    await stack?.close()
  })
  async function leave(): Promise<void> {
    const all = visitors
    visitors = []
    for (const { errors, close } of all) {
      await close()
      assert.deepEqual(unexpected(errors), [])
    }
  }

  /** A visitor who is in a room of their own with people nobody sits behind. */
  async function enter(...people: readonly string[]): Promise<RoomVisitor> {
    const room = `layout-${(rooms += 1)}`
    const visitor = await visit(browser, `${stack.demo}/?room=${room}`)
    visitors.push(visitor)
    await visitor.join('Ada')
    await nextFrame(visitor.tile('Ada (you)'))
    const { sessionId } = await credentialsOf(room)
    for (const name of people) {
      const path = `/_emulator/sessions/${sessionId}/participants`
      const body = JSON.stringify({ name })
      await fetch(stack.emulator + path, { method: 'POST', body })
      await nextFrame(visitor.tile(name))
    }
    return visitor
  }

  async function credentialsOf(room: string): Promise<{ sessionId: string }> {
    const response = await fetch(`${stack.backend}/rooms/${room}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    return (await response.json()) as { sessionId: string }
  }

  describe('with three', () => {
    let visitor: RoomVisitor
    before(async () => {
      visitor = await enter('Bob', 'Carol')
    })
    after(leave)

    it('is a grid of equal tiles, in which the order stays when somebody goes silent', async () => {
      const [bob, carol, ada] = await sizesOf(visitor, ['Bob', 'Carol', 'Ada (you)'])
      assert.deepEqual([carol, ada], [bob, bob])
      const order = () => visitor.room.getByRole('listitem').allInnerTexts()
      const was = await order()
      await visitor.button('Microphone').click()
      await visitor.tile('Ada (you)').getByText('muted').waitFor({ state: 'attached' })
      assert.deepEqual(
        (await order()).map((text) => text.split('\n')[0]),
        was.map((text) => text.split('\n')[0]),
      )
      await visitor.button('Microphone').click()
    })

    it('keeps whoever is pinned large, by the keyboard too', async () => {
      const pin = visitor.button('Pin Carol')
      await pin.focus()
      await visitor.page.keyboard.press('Enter')
      await larger(visitor, 'Carol', 'Bob')
      assert.equal(await pin.getAttribute('aria-pressed'), 'true')
      assert.ok((await nextFrame(visitor.tile('Carol'))).width > 0)
      await visitor.page.keyboard.press('Enter')
      assert.equal(await pin.getAttribute('aria-pressed'), 'false')
    })

    it('shows whoever speaks large, and the layout can be chosen with the keyboard alone', async () => {
      const more = visitor.button('More')
      await more.focus()
      await visitor.page.keyboard.press('Enter')
      await visitor.room.getByRole('radio', { name: 'Automatic' }).focus()
      await visitor.page.keyboard.press('ArrowDown')
      await visitor.page.keyboard.press('ArrowDown')
      assert.equal(await visitor.room.getAttribute('layout'), 'speaker')
      await visitor.page.keyboard.press('Escape')
      assert.equal(await more.getAttribute('aria-expanded'), 'false')
      await larger(visitor, 'Bob', 'Carol')
    })
  })

  describe('with some', () => {
    afterEach(leave)

    it('shows the visitor among the others, floating or not at all, mirrored or not', async () => {
      const visitor = await enter('Bob')
      await setAttribute(visitor.room, 'self-view', 'floating')
      await larger(visitor, 'Bob', 'Ada (you)')
      await setAttribute(visitor.room, 'self-view', 'hidden')
      await visitor.tile('Ada (you)').waitFor({ state: 'detached' })
      await setAttribute(visitor.room, 'self-view', 'tile')
      const video = visitor.tile('Ada (you)').locator('video')
      await video.waitFor()
      const mirrored = () => video.evaluate((element) => getComputedStyle(element).scale)
      assert.equal(await mirrored(), '-1 1')
      await setAttribute(visitor.room, 'mirror', 'off')
      await visitor.page.waitForFunction(
        (element) => element && getComputedStyle(element).scale === 'none',
        await video.elementHandle(),
      )
    })

    it('shares a screen, which the others see large, until it is stopped', async () => {
      const ada = await enter()
      const room = new URL(ada.page.url()).search
      const bob = await visit(browser, `${stack.demo}/${room}`)
      visitors.push(bob)
      await bob.join('Bob')
      await nextFrame(ada.tile('Bob'))
      await ada.button('Share screen').click()
      await ada.room.getByText('Everybody sees your screen').waitFor()
      const screen = bob.tile('Ada’s screen')
      assert.ok((await nextFrame(screen)).width > 0)
      await larger(bob, 'Ada’s screen', 'Bob (you)')
      const said = bob.room.getByRole('status').last()
      await said.getByText('Ada is sharing a screen').waitFor({ state: 'attached' })
      await ada.button('Stop sharing').click()
      await screen.waitFor({ state: 'detached' })
      await ada.room.getByText('Everybody sees your screen').waitFor({ state: 'detached' })
    })

    it('shows a picture that a page has made as the person’s own, and not as a screen', async () => {
      const ada = await enter()
      const room = new URL(ada.page.url()).searchParams.get('room') ?? ''
      const bob = await visit(browser, `${stack.demo}/?room=${room}`)
      visitors.push(bob)
      await bob.room.evaluate((element) =>
        (element as OtRoom).join({ name: 'Bob', camera: false, microphone: false }),
      )
      const { sessionId } = await credentialsOf(room)
      await bob.page.evaluate(
        async ([apiKey, id]) => {
          const canvas = Object.assign(document.createElement('canvas'), {
            width: 320,
            height: 240,
          })
          const context = canvas.getContext('2d')
          setInterval(() => {
            if (!context) return
            // Only what changes makes a frame.
            context.fillStyle = `hsl(${Math.random()}turn 80% 50%)`
            context.fillRect(0, 0, 320, 240)
          }, 50)
          const [videoSource] = canvas.captureStream(10).getVideoTracks()
          const { OT } = globalThis as unknown as { OT: typeof OpenTok }
          const properties = { insertDefaultUI: false, videoSource, audioSource: null } as const
          const publisher = OT.initPublisher(undefined, properties as OpenTok.PublisherProperties)
          await OT.initSession(apiKey, id).publish.promise(publisher)
        },
        [stack.apiKey, sessionId] as const,
      )
      await nextFrame(ada.tile('Bob'))
      assert.equal(await ada.room.getByRole('listitem').count(), 2)
      assert.equal(await ada.tile('Bob’s screen').count(), 0)
    })

    it('switches microphone and camera by single keys, but not while somebody types or when told not to', async () => {
      const visitor = await enter()
      const microphone = visitor.button('Microphone')
      await microphone.focus()
      await visitor.page.keyboard.press('m')
      await visitor.tile('Ada (you)').getByText('muted').waitFor({ state: 'attached' })
      await visitor.page.keyboard.press('v')
      await visitor.tile('Ada (you)').getByText('camera off').waitFor({ state: 'attached' })
      await setAttribute(visitor.room, 'shortcuts', 'off')
      await visitor.page.keyboard.press('m')
      assert.equal(await microphone.getAttribute('aria-pressed'), 'false')
    })

    it('fills the screen, and comes back', async () => {
      const visitor = await enter()
      await visitor.button('More').click()
      await visitor.button('Full screen').click()
      await visitor.page.waitForFunction(() => document.fullscreenElement?.localName === 'ot-room')
      await visitor.button('More').click()
      await visitor.button('Leave full screen').click()
      await visitor.page.waitForFunction(() => !document.fullscreenElement)
    })

    it('does by method what its buttons do, and tells the page of it', async () => {
      const visitor = await enter('Bob')
      const heard = await visitor.room.evaluate(async (element) => {
        const room = element as OtRoom
        const events: string[] = []
        room.addEventListener('ot-device', ({ kind, status }) => events.push(`${kind} ${status}`))
        await room.setMicrophone('off')
        await room.setCamera('off')
        await room.setMicrophone('on')
        room.layout = 'sidebar'
        room.leave()
        return events
      })
      assert.deepEqual(
        heard.filter((event) => !event.endsWith('starting')),
        ['microphone off', 'camera off', 'microphone on'],
      )
    })
  })
})

async function sizesOf(visitor: RoomVisitor, names: readonly string[]) {
  return Promise.all(
    names.map(async (name) => {
      const box = await visitor.tile(name).boundingBox()
      return { width: box?.width, height: box?.height }
    }),
  )
}

/** Resolves once the tile of one is larger than that of another. */
async function larger(visitor: RoomVisitor, one: string, other: string): Promise<void> {
  for (;;) {
    const [big, small] = await sizesOf(visitor, [one, other])
    if ((big?.width ?? 0) > (small?.width ?? Infinity) * 1.2) return
    await visitor.page.evaluate(() => new Promise(requestAnimationFrame))
  }
}

function setAttribute(room: Locator, name: string, value: string): Promise<void> {
  return room.evaluate((element, [key, text]) => element.setAttribute(key, text), [
    name,
    value,
  ] as const)
}
