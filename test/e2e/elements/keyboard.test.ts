import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { newVisitor, startBrowser, unexpected, withScreen } from '../../support/browser.ts'
import { landedOn, tabTo } from '../../support/keyboard.ts'
import { nextFrame, roomOf, type RoomVisitor } from '../../support/room-page.ts'
import { startStack, type Stack } from '../../support/stack.ts'

// Nothing here has a mouse.
describe('a room without a mouse', () => {
  let stack: Stack
  let browser: Browser
  let visitor: RoomVisitor

  before(async () => {
    stack = await startStack({ OT_MEDIA_MODE: 'routed' })
    browser = await startBrowser(...withScreen)
  })
  after(async () => {
    await browser?.close()
    await stack?.close()
  })
  afterEach(async () => {
    const { errors, close } = visitor
    await close()
    assert.deepEqual(unexpected(errors), [])
  })

  async function open(path: string): Promise<void> {
    visitor = roomOf(await newVisitor(browser))
    await visitor.page.goto(stack.demo + path)
  }
  const press = (key: string) => visitor.page.keyboard.press(key)
  const tab = (name: string, way?: 'Shift+Tab') => tabTo(visitor.page, name, way)
  const landed = (name: string) => landedOn(visitor.page, name)

  /** Goes to what is called that and presses Enter. */
  async function enter(name: string, way?: 'Shift+Tab'): Promise<void> {
    // Keys are faster than what they are to reach.
    const button = visitor.page.getByRole('button', { name, exact: true })
    await button.first().waitFor({ state: 'attached' })
    await tab(name, way)
    await press('Enter')
  }
  /** Resolves once a switch is on or off. */
  const switched = (name: string, pressed: boolean) =>
    visitor.room.getByRole('button', { name, pressed, exact: true }).waitFor({ state: 'attached' })

  it('is opened, prepared, and entered from the lobby', async () => {
    await open('/?room=keys-lobby')
    await nextFrame(visitor.room)
    await enter('Microphone')
    await switched('Microphone', false)
    await press('Space')
    await switched('Microphone', true)
    await enter('Camera')
    await switched('Camera', false)
    await tab('Your name')
    await visitor.page.keyboard.type('Ada')
    await tab('Camera')
    const microphone = visitor.room.getByRole('combobox', { name: 'Microphone' })
    const usual = await microphone.inputValue()
    await tab('Microphone')
    await press('ArrowDown')
    assert.notEqual(await microphone.inputValue(), usual)
    await tab('Speaker')
    await press('ArrowDown')
    await enter('Test')
    await enter('Join', 'Shift+Tab')
    await landed('Microphone')
    await switched('Camera', false)
    await visitor.tile('Ada (you)').waitFor()
  })

  it('asks for devices, goes on where the button was, and lets in who has none', async () => {
    await open('/gallery.html?state=lobby-unasked&lang=en')
    await enter('Turn on camera and microphone')
    await landed('Microphone')
    await nextFrame(visitor.room)
    await visitor.page.goto(`${stack.demo}/gallery.html?state=lobby-denied&lang=en`)
    await visitor.button('Join to watch and listen').waitFor()
    await enter('Join to watch and listen')
    await landed('Microphone')
    await visitor.room.getByText('You are the only one here').waitFor()
  })

  it('is switched, shared, pinned, left and entered again', async () => {
    await open('/?room=keys-call')
    await nextFrame(visitor.room)
    await enter('Join')
    await landed('Microphone')
    await nextFrame(visitor.tile('You'))
    await press('Enter')
    await switched('Microphone', false)
    await enter('Camera')
    await switched('Camera', false)
    await press('Space')
    await switched('Camera', true)
    await enter('Share screen')
    await switched('Share screen', true)
    await enter('Stop sharing')
    await switched('Share screen', false)
    await landed('Microphone')
    await enter('Pin You', 'Shift+Tab')
    await switched('Pin You', true)
    await enter('Leave')
    await landed('You have left the room')
    await enter('Join again')
    await landed('Microphone')
    await enter('Leave')
    await landed('You have left the room')
    await enter('Back')
    await landed('Ready to join?')
  })

  it('is laid out in a panel that opens, closes and gives the focus back', async () => {
    await open('/gallery.html?state=two&lang=en')
    const more = visitor.button('More')
    const chosen = (name: string) =>
      visitor.room.getByRole('radio', { name, checked: true, exact: true }).waitFor()
    await enter('More')
    await tab('Automatic')
    await press('ArrowDown')
    await chosen('Grid')
    assert.equal(await visitor.room.getAttribute('layout'), 'grid')
    await tab('Among the others')
    await press('ArrowDown')
    await chosen('Floating')
    assert.equal(await visitor.room.getAttribute('self-view'), 'floating')
    await tab('Mirror my picture')
    await press('Space')
    assert.equal(await visitor.room.getAttribute('mirror'), 'off')
    await press('Escape')
    await landed('More')
    assert.equal(await more.getAttribute('aria-expanded'), 'false')
    await press('Enter')
    await enter('Full screen')
    await visitor.page.waitForFunction(() => document.fullscreenElement?.localName === 'ot-room')
    await landed('More')
    await press('Enter')
    await enter('Leave full screen')
    await visitor.page.waitForFunction(() => !document.fullscreenElement)
    await landed('More')
    await press('Enter')
    const window = visitor.context.waitForEvent('page')
    await enter('Picture in picture')
    const small = await window
    await small.getByRole('button', { name: 'Microphone' }).focus()
    await small.keyboard.press('Enter')
    await switched('Microphone', false)
    await landed('More')
  })

  it('keeps the focus when what had it is gone', async () => {
    await open('/gallery.html?state=sound-blocked&lang=en')
    await enter('Turn on sound')
    await landed('Microphone')
    await visitor.page.goto(`${stack.demo}/gallery.html?state=camera-busy&lang=en`)
    await enter('Dismiss')
    await landed('Microphone')
    await visitor.page.goto(`${stack.demo}/gallery.html?state=joining&lang=en`)
    await enter('Cancel')
    await landed('Ready to join?')
    await visitor.page.goto(`${stack.demo}/gallery.html?state=failed&lang=en`)
    await enter('Back')
    await landed('Ready to join?')
    await visitor.page.goto(`${stack.demo}/gallery.html?state=consent&lang=en`)
    await enter('Open the room')
    await landed('Ready to join?')
  })
})
