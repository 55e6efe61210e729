import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { OtRoom } from 'ot-room'
import { liveTracks } from '../../support/devices.ts'
import { nextFrame, visit } from '../../support/room-page.ts'
import { useStage } from '../../support/stage.ts'

describe('the lobby', () => {
  const stage = useStage()

  it('remembers the devices of the last visit, and passes over what is gone', async () => {
    const visitor = await visit(stage.browser, stage.stack.demo)
    const microphone = visitor.room.getByRole('combobox', { name: 'Microphone' })
    await nextFrame(visitor.room)
    const options = await microphone.locator('option').count()
    assert.ok(options > 1)
    await microphone.selectOption({ index: options - 1 })
    const chosen = await microphone.inputValue()
    await visitor.page.reload()
    await nextFrame(visitor.room)
    assert.equal(await microphone.inputValue(), chosen)
    await visitor.page.evaluate(() => {
      localStorage.setItem(
        'ot-room.devices',
        JSON.stringify({ microphone: 'gone', camera: 'gone' }),
      )
    })
    await visitor.page.reload()
    assert.ok((await nextFrame(visitor.room)).width > 0)
    await visitor.close()
  })

  it('plays a test sound on the chosen loudspeaker', async () => {
    const visitor = await visit(stage.browser, stage.stack.demo)
    await nextFrame(visitor.room)
    const heard = visitor.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const { play } = HTMLMediaElement.prototype
          HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
            if (this instanceof HTMLAudioElement) {
              const stream = this.srcObject
              resolve(stream instanceof MediaStream ? stream.getAudioTracks().length : 0)
            }
            return play.call(this)
          }
        }),
    )
    await visitor.button('Test').click()
    assert.equal(await heard, 1)
    await visitor.close()
  })

  it('says for this browser how to allow what is blocked, and lets the visitor in all the same', async () => {
    const visitor = await visit(stage.browser, `${stage.stack.demo}/?room=blocked`, {
      devices: 'denied',
    })
    await visitor.button('Turn on camera and microphone').click()
    await visitor.room.getByText('at the left of the address bar').first().waitFor()
    await visitor.room.getByLabel('Your name').fill('Ada')
    await visitor.button('Join to watch and listen').click()
    await visitor.room.getByText('You are the only one here').waitFor()
    await visitor.close()
  })

  it('says where the system blocks a device, in the lobby and in the call', async () => {
    const visitor = await visit(stage.browser, `${stage.stack.demo}/?room=system`)
    await visitor.page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = async () => {
        throw new DOMException('Permission denied by system', 'NotAllowedError')
      }
    })
    await visitor.page.reload()
    await visitor.room.getByText('Your system blocks the camera').waitFor()
    const help = 'Allow Chrome to use it in the settings of this device.'
    assert.equal(await visitor.room.getByText(help).count(), 2)
    await visitor.button('Join to watch and listen').click()
    // The lobby has a button of that name as well.
    await visitor.button('Leave').waitFor()
    await visitor.button('Camera').click()
    await visitor.room.getByText(`Your system blocks the camera. ${help}`).waitFor()
    await visitor.close()
  })

  it('tells a room in a frame without permission that the page around it forbids the devices', async () => {
    const visitor = await visit(stage.browser, stage.stack.demo)
    await visitor.page.setContent(
      `<iframe src="${stage.stack.demo}" allow="camera 'none'; microphone 'none'" width="900" height="700"></iframe>`,
    )
    const frame = visitor.page.frameLocator('iframe').locator('ot-room')
    await frame.getByText('This page does not allow the camera').waitFor()
    await visitor.close()
  })

  it('turns the light off when the visitor leaves it', async () => {
    const visitor = await visit(stage.browser, stage.stack.demo)
    await nextFrame(visitor.room)
    assert.ok((await liveTracks(visitor.page)) > 0)
    await visitor.room.evaluate((element) => (element as OtRoom).remove())
    assert.equal(await liveTracks(visitor.page), 0)
    await visitor.close()
  })

  it('leaves no light on when it is taken away at any moment of its beginning', async () => {
    const visitor = await visit(stage.browser, `${stage.stack.demo}/gallery.html`)
    await visitor.page.evaluate(async () => {
      for (let frames = 0; frames < 12; frames += 1) {
        const room = document.createElement('ot-room')
        Object.assign(room, { room: 'tea', endpoint: '/nowhere' })
        document.body.append(room)
        for (let frame = 0; frame < frames; frame += 1) await new Promise(requestAnimationFrame)
        room.remove()
      }
    })
    await visitor.page.waitForFunction(() => {
      const { opened } = globalThis as unknown as { opened: MediaStreamTrack[] }
      return opened.length > 0 && opened.every(({ readyState }) => readyState === 'ended')
    })
    await visitor.close()
  })

  it('opens no camera for who joins by method without one', async () => {
    const visitor = await visit(stage.browser, `${stage.stack.demo}/two-rooms.html`)
    await nextFrame(visitor.room.first())
    const { backend } = stage.stack
    const kinds = await visitor.page.evaluate(async (endpoint) => {
      const { opened } = globalThis as unknown as { opened: MediaStreamTrack[] }
      const before = opened.length
      const room = document.createElement('ot-room')
      Object.assign(room, { room: 'silent', endpoint, opentok: '/opentok.min.js' })
      document.body.append(room)
      await room.join({ camera: false })
      room.remove()
      return opened.slice(before).map(({ kind }) => kind)
    }, backend)
    assert.ok(!kinds.includes('video'), kinds.join())
    await visitor.close()
  })
})
