import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { OtRoom } from 'ot-room'
import { unexpected } from '../../support/browser.ts'
import { controlDevices, onlyOpen, plug, unplug } from '../../support/devices.ts'
import { nextFrame, visit, type RoomVisitor } from '../../support/room-page.ts'
import { useStage } from '../../support/stage.ts'

// Of Chromium's fake cameras the second one gives pictures that its own encoder never sends.
const [front, unused, back] = ['fake_device_0', 'fake_device_1', 'fake_device_2']

const fallen = `“${back}” is gone. “${front}” is used instead.`

describe('the devices of a call', () => {
  const stage = useStage('--use-fake-device-for-media-stream=device-count=3')
  let ada: RoomVisitor
  let bob: RoomVisitor

  before(async () => {
    const url = `${stage.stack.demo}/?room=devices`
    ada = await visit(stage.browser, url)
    await controlDevices(ada.page)
    await ada.page.reload()
    bob = await visit(stage.browser, url)
    await nextFrame(ada.room)
    await ada.join('Ada')
    await bob.join('Bob')
    await Promise.all([nextFrame(ada.tile('Bob')), nextFrame(bob.tile('Ada'))])
  })
  after(async () => {
    await ada?.close()
    await bob?.close()
  })

  const picker = (name: string) => ada.room.getByRole('combobox', { name })
  const camera = () => ada.room.getByRole('button', { name: 'Camera', exact: true })
  const said = () => ada.room.getByRole('status').last()

  it('are chosen by name in the panel, with the keyboard alone, and remembered', async () => {
    await onlyOpen(ada.page, front)
    await ada.button('More').focus()
    await ada.page.keyboard.press('Enter')
    const camera = picker('Camera')
    assert.deepEqual(
      (await camera.locator('option').allInnerTexts()).map((text) => text.trim()),
      [front, unused, back],
    )
    await camera.focus()
    await ada.page.keyboard.press('End')
    await onlyOpen(ada.page, back)
    await nextFrame(bob.tile('Ada'))
    const microphone = picker('Microphone')
    const label = 'Fake Audio Input 2'
    await microphone.selectOption({ label })
    await onlyOpen(ada.page, label)
    const kept = await ada.page.evaluate(() => localStorage.getItem('ot-room.devices') ?? '')
    assert.deepEqual(Object.keys(JSON.parse(kept)).toSorted(), ['camera', 'microphone'])
  })

  it('play the others where the visitor wants to hear them', async () => {
    const speaker = picker('Speaker')
    await speaker.selectOption({ label: 'Fake Audio Output 2' })
    const deviceId = await speaker.inputValue()
    const video = await ada.tile('Bob').locator('video').elementHandle()
    await ada.page.waitForFunction(([element, id]) => (element as HTMLVideoElement).sinkId === id, [
      video,
      deviceId,
    ] as const)
    await ada.page.keyboard.press('Escape')
  })

  it('fall to another when the one in use is pulled out, and say so', async () => {
    await unplug(ada.page, back)
    await onlyOpen(ada.page, front)
    await said().getByText(fallen).waitFor({ state: 'attached' })
    await nextFrame(bob.tile('Ada'))
    await ada.button('More').click()
    assert.equal(await picker('Camera').locator('option').count(), 2)
    await ada.page.keyboard.press('Escape')
    await ada.button('Stop camera').click()
    await bob.tile('Ada').getByText('camera off').waitFor({ state: 'attached' })
    await ada.button('Stop camera').waitFor({ state: 'detached' })
    await camera().click()
    await onlyOpen(ada.page, front)
  })

  it('show a picture also when Chromium loses what OpenTok.js sets as the next one starts', async () => {
    await ada.page.evaluate(loseSwitchingOn)
    await plug(ada.page, back)
    await ada.button('Use it').click()
    await onlyOpen(ada.page, back)
    await unplug(ada.page, back)
    await onlyOpen(ada.page, front)
    await said().getByText(fallen).waitFor({ state: 'attached' })
    assert.equal(await ada.page.evaluate(() => Reflect.get(globalThis, 'lost')), 1)
    await nextFrame(bob.tile('Ada'))
  })

  it('are offered when they are plugged in, and the choice can be undone', async () => {
    await plug(ada.page, back)
    await said().getByText(`“${back}” is connected`).waitFor({ state: 'attached' })
    await ada.button('Use it').click()
    await onlyOpen(ada.page, back)
    await said().getByText(`“${back}” is in use now`).waitFor({ state: 'attached' })
    await ada.button('Undo').click()
    await onlyOpen(ada.page, front)
    await nextFrame(bob.tile('Ada'))
    assert.deepEqual(unexpected([...ada.errors, ...bob.errors]), [])
  })

  it('are closed when they open while the visitor is leaving', async () => {
    await camera().click()
    await ada.tile('Ada (you)').getByText('camera off').waitFor({ state: 'attached' })
    const before = await ada.page.evaluate(() => Reflect.get(globalThis, 'opened').length as number)
    await ada.page.evaluate(async () => {
      const room = document.querySelector('ot-room') as unknown as OtRoom
      // The camera is open, OpenTok.js is not done with it yet, and the visitor does not wait for that.
      await new Promise<void>((about) => {
        const left = new Promise<void>((leave) => {
          room.addEventListener('ot-leave', () => leave())
        })
        const { replaceTrack } = RTCRtpSender.prototype
        RTCRtpSender.prototype.replaceTrack = async function (this: RTCRtpSender, track) {
          await replaceTrack.call(this, track)
          about()
          await left
        }
        room.setCamera('on').catch(() => undefined)
      })
      room.leave()
    })
    // The camera opens after all, and goes out.
    await ada.page.waitForFunction(
      (count) => {
        const { opened } = globalThis as unknown as { opened: MediaStreamTrack[] }
        return opened.length > count && opened.every(({ readyState }) => readyState === 'ended')
      },
      before,
      { timeout: 10_000 },
    )
  })
})

/** Run in a page, refuses once to switch a sender on again, as Chromium does when another change of it has just ended. */
function loseSwitchingOn(): void {
  const page = Object.assign(globalThis, { lost: 0 })
  const wasOn = new WeakMap<RTCRtpSender, boolean>()
  const { setParameters } = RTCRtpSender.prototype
  RTCRtpSender.prototype.setParameters = async function (this: RTCRtpSender, parameters, options) {
    const isOn = parameters.encodings.some(({ active }) => active)
    if (page.lost === 0 && isOn && wasOn.get(this) === false) {
      page.lost += 1
      throw new DOMException("'setParameters' was lost between two changes", 'InvalidStateError')
    }
    wasOn.set(this, isOn)
    return setParameters.call(this, parameters, options)
  }
}
