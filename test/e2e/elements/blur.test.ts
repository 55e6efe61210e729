import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { OtRoom } from 'ot-room'
import type { Browser, Page } from 'playwright-core'
import { foreign, newVisitor, startBrowser, unexpected } from '../../support/browser.ts'
import { controlDevices, liveTracks, unplug } from '../../support/devices.ts'
import {
  detailIn,
  detailsOf,
  portraitCamera,
  type Detail,
  type Portrait,
} from '../../support/portrait/portrait.ts'
import { statistics } from '../../support/peer-connections.ts'
import { nextFrame, roomOf, visit, type RoomVisitor } from '../../support/room-page.ts'
import { startStack, type Stack } from '../../support/stack.ts'

const pictures = process.env['OT_PICTURES']

describe('a blurred background', () => {
  let portrait: Portrait
  let stack: Stack
  let browser: Browser
  let ada: RoomVisitor
  let bob: RoomVisitor
  /** The portrait as the camera gives it. */
  let plain: Detail

  before(async () => {
    portrait = await portraitCamera()
    stack = await startStack()
    browser = await startBrowser(portrait.argument)
    const url = `${stack.demo}/?room=blur`
    ada = await visit(browser, url)
    bob = await visit(browser, url)
  })
  after(async () => {
    await ada?.close()
    await bob?.close()
    await browser?.close()
    await stack?.close()
    await portrait?.close()
  })

  const isBlurred = ({ behind }: Detail) => behind < plain.behind / 2
  const showsPerson = ({ person }: Detail) => person > plain.person * 0.8
  const toggle = () => ada.room.getByLabel('Blur my background')
  const cameraButton = () => ada.room.getByRole('button', { name: 'Camera', exact: true })
  const trouble = (visitor: RoomVisitor) =>
    visitor.room.getByText('Your background could not be blurred.')
  const filesOfBlur = (page: RoomVisitor) =>
    page.requests.filter((url) => new URL(url).pathname.startsWith('/effects/'))

  /** Looks on until the picture is like that, for as long as a test may take; tells what Ada sends when it stops. */
  async function until(tile: ReturnType<RoomVisitor['tile']>, like: (it: Detail) => boolean) {
    for (;;) {
      const seen = await detailIn(tile).catch(async (cause: unknown) => {
        throw new Error(await sendingOf(ada), { cause })
      })
      if (like(seen)) return seen
    }
  }

  it('is seen in the lobby, where nothing is fetched for it before it is chosen', async () => {
    await nextFrame(ada.room)
    plain = await detailIn(ada.room)
    assert.deepEqual(filesOfBlur(ada), [])
    await toggle().focus()
    await ada.page.keyboard.press('Space')
    const seen = await until(ada.room, isBlurred)
    assert.ok(showsPerson(seen), JSON.stringify({ plain, seen }))
    assert.deepEqual(foreign(ada.requests), [])
    // The picture in the README.
    if (!pictures) return
    const path = join(pictures, 'lobby-blurred.jpg')
    await ada.room.locator('[part~=preview]').screenshot({ path, type: 'jpeg', quality: 70 })
  })

  it('is all that others ever see of who has chosen it', async () => {
    await bob.join('Bob')
    await ada.join('Ada')
    await bob.tile('Ada').locator('video').waitFor()
    const seen = await detailsOf(bob.tile('Ada'), 60)
    assert.ok(seen.every(isBlurred), JSON.stringify({ plain, seen }))
    await until(bob.tile('Ada'), showsPerson)
  })

  it('is taken away and put on again in the panel', async () => {
    await ada.button('More').click()
    assert.ok(await toggle().isChecked())
    await toggle().uncheck()
    await until(bob.tile('Ada'), (seen) => !isBlurred(seen))
    await toggle().check()
    await until(bob.tile('Ada'), isBlurred)
    await ada.page.keyboard.press('Escape')
  })

  it('stays when the camera goes off and on, and its light goes off with it', async () => {
    await cameraButton().click()
    await bob.tile('Ada').getByText('camera off').waitFor({ state: 'attached' })
    await ada.page.waitForFunction(onlyTheMicrophone)
    await cameraButton().click()
    await nextFrame(bob.tile('Ada'))
    const seen = await detailsOf(bob.tile('Ada'), 30)
    assert.ok(seen.every(isBlurred), JSON.stringify({ plain, seen }))
  })

  it('that breaks turns the camera off, and can be tried again', async () => {
    const [worker] = ada.page.workers()
    await worker?.evaluate(() => {
      const { prototype } = OffscreenCanvasRenderingContext2D
      const { drawImage } = prototype
      prototype.drawImage = () => {
        prototype.drawImage = drawImage
        throw new Error('Lost')
      }
    })
    await trouble(ada).waitFor()
    await bob.tile('Ada').getByText('camera off').waitFor({ state: 'attached' })
    await ada.page.waitForFunction(onlyTheMicrophone)
    await cameraButton().click()
    await until(bob.tile('Ada'), isBlurred)
  })

  it('leaves no device open', async () => {
    await ada.button('Leave').click()
    await ada.room.getByText('You have left the room').waitFor()
    assert.equal(await liveTracks(ada.page), 0)
    assert.deepEqual(unexpected([...ada.errors, ...bob.errors]), [])
  })

  it('is chosen already at the next visit', async () => {
    await ada.page.reload()
    assert.ok(await toggle().isChecked())
    await until(ada.room, isBlurred)
  })

  it('that does not load is said in the lobby, and others will see what is behind', async () => {
    await withoutTheModel(ada.page)
    await ada.page.reload()
    await ada.room.getByText('Your background could not be blurred').waitFor()
    assert.ok(!(await toggle().isChecked()))
    await ada.join('Ada')
    await until(bob.tile('Ada'), (seen) => !isBlurred(seen))
  })

  it('that does not load in a call keeps the camera off until the background may be seen', async () => {
    await ada.button('More').click()
    await toggle().check()
    await trouble(ada).waitFor()
    await bob.tile('Ada').getByText('camera off').waitFor({ state: 'attached' })
    await ada.page.waitForFunction(onlyTheMicrophone)
    await toggle().uncheck()
    await ada.page.keyboard.press('Escape')
    await cameraButton().click()
    await until(bob.tile('Ada'), (seen) => !isBlurred(seen))
    assert.deepEqual(unexpected(bob.errors), [])
    await ada.close()
  })

  it('does not hide that the camera is pulled out', async () => {
    const dora = await visit(browser, `${stack.demo}/?room=blur`)
    await controlDevices(dora.page)
    await dora.page.reload()
    await dora.room.getByLabel('Blur my background').check()
    await dora.join('Dora')
    await until(bob.tile('Dora'), isBlurred)
    await unplug(dora.page, portrait.film)
    await dora.room.getByText('No camera found.').waitFor()
    await bob.tile('Dora').getByText('camera off').waitFor({ state: 'attached' })
    await dora.close()
  })

  it('that is wanted by method and cannot be had lets a voice through and no picture', async () => {
    const carl = roomOf(await newVisitor(browser))
    await withoutTheModel(carl.page)
    await carl.page.goto(`${stack.demo}/?room=blur`)
    await carl.room.evaluate(joinBlurred, 'Carl')
    await trouble(carl).waitFor()
    await bob.tile('Carl').getByText('camera off').waitFor({ state: 'attached' })
    assert.equal(await liveTracks(carl.page), 1)
    await carl.close()
  })

  it('that is still on its way keeps no camera of who leaves', async () => {
    const eve = roomOf(await newVisitor(browser))
    await eve.page.route('**/*.tflite', () => new Promise(() => {}))
    await eve.page.goto(`${stack.demo}/?room=blur`)
    await eve.room.evaluate(joinBlurred, 'Eve')
    await eve.page.waitForFunction(() => {
      const { opened } = globalThis as unknown as { opened: MediaStreamTrack[] }
      return opened.some(({ kind, readyState }) => kind === 'video' && readyState === 'live')
    })
    await eve.button('Leave').click()
    await eve.room.getByText('You have left the room').waitFor()
    const opened = await eve.page.evaluate(() => {
      const { opened } = globalThis as unknown as { opened: MediaStreamTrack[] }
      return opened.filter(({ kind }) => kind === 'video').map(({ readyState }) => readyState)
    })
    assert.ok(
      opened.every((state) => state === 'ended'),
      opened.join(),
    )
    await eve.close()
  })
})

/** What a visitor sends, as the room and the browser see it. */
async function sendingOf({ page, room }: RoomVisitor): Promise<string> {
  const state = await room.evaluate((element) => JSON.stringify((element as OtRoom).state))
  const layers = (await statistics(page, 'outbound-rtp')).filter(({ kind }) => kind === 'video')
  const sources = await statistics(page, 'media-source')
  return JSON.stringify({ state, layers, sources })
}

function onlyTheMicrophone(): boolean {
  const { opened } = globalThis as unknown as { opened: MediaStreamTrack[] }
  const live = opened.filter(({ readyState }) => readyState === 'live')
  return live.length === 1 && live[0]?.kind === 'audio'
}

async function joinBlurred(room: Element, name: string): Promise<void> {
  await (room as OtRoom).join({ name, background: 'blurred' })
}

async function withoutTheModel(page: Page): Promise<void> {
  await page.route('**/*.tflite', (route) => route.fulfill({ status: 404 }))
}
