import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'node:test'
import type { OtRoom } from 'ot-room'
import { unexpected } from '../../support/browser.ts'
import { liveTracks } from '../../support/devices.ts'
import { tellOfTrouble } from '../../support/in-trouble.ts'
import { restRequest } from '../../support/rest.ts'
import { nextFrame, visit, type RoomVisitor } from '../../support/room-page.ts'
import { useStage } from '../../support/stage.ts'

describe('a room in real life', () => {
  const stage = useStage()
  let visitors: RoomVisitor[] = []
  let rooms = 0

  afterEach(async (test) => {
    await tellOfTrouble(test, visitors)
    await Promise.all(visitors.map(({ close }) => close()))
    visitors = []
  })

  async function pair(): Promise<readonly [ada: RoomVisitor, bob: RoomVisitor]> {
    const url = `${stage.stack.demo}/?room=life-${(rooms += 1)}`
    const [ada, bob] = [await visit(stage.browser, url), await visit(stage.browser, url)]
    visitors = [ada, bob]
    await ada.join('Ada')
    await bob.join('Bob')
    await Promise.all([nextFrame(ada.tile('Bob')), nextFrame(bob.tile('Ada'))])
    return [ada, bob]
  }

  it('brings a visitor back after an outage that OpenTok.js gives up on, without a click', async (test) => {
    const [ada, bob] = await pair()
    await ada.context.setOffline(true)
    await fetch(`${stage.stack.emulator}/_emulator/drop-sockets`, { method: 'POST' })
    await ada.room.getByText('Connection lost').first().waitFor()
    await ada.room.getByText('Still no connection').first().waitFor({ timeout: 90_000 })
    const joins = () => ada.requests.filter((url) => url.endsWith('/join')).length
    const before = joins()
    await ada.context.setOffline(false)
    const back = performance.now()
    await nextFrame(ada.tile('Bob'))
    test.diagnostic(`back ${Math.round(performance.now() - back)} ms after the network`)
    await nextFrame(bob.tile('Ada'))
    assert.ok(joins() > before, 'a new token was asked for')
    assert.equal(await ada.button('Microphone').getAttribute('aria-pressed'), 'true')
  })

  it('takes another microphone when the one in use is pulled out', async () => {
    const [ada, bob] = await pair()
    await ada.page.evaluate(() => {
      const { opened } = globalThis as unknown as { opened: MediaStreamTrack[] }
      for (const track of opened) {
        if (track.kind !== 'audio' || track.readyState !== 'live') continue
        // What the browser does when a device goes.
        track.stop()
        track.dispatchEvent(new Event('ended'))
      }
    })
    await ada.page.waitForFunction(() => {
      const { opened } = globalThis as unknown as { opened: MediaStreamTrack[] }
      return opened.some(({ kind, readyState }) => kind === 'audio' && readyState === 'live')
    })
    await bob.tile('Ada').getByText('muted').waitFor({ state: 'detached' })
    assert.equal(await ada.button('Microphone').getAttribute('aria-pressed'), 'true')
  })

  it('turns the camera’s light off at once when the camera is switched off, and all of it when leaving', async (test) => {
    const [ada] = await pair()
    const dark = await ada.page.evaluate(async () => {
      const { opened } = globalThis as unknown as { opened: MediaStreamTrack[] }
      const live = () => opened.filter(({ readyState }) => readyState === 'live').length
      const room = document.querySelector('ot-room') as unknown as OtRoom
      const began = performance.now()
      await room.setCamera('off')
      const withoutCamera = { tracks: live(), after: performance.now() - began }
      const ended = performance.now()
      room.leave()
      return { withoutCamera, withoutAll: { tracks: live(), after: performance.now() - ended } }
    })
    const { withoutCamera, withoutAll } = dark
    test.diagnostic(
      `camera off after ${withoutCamera.after.toFixed(0)} ms, everything ${withoutAll.after.toFixed(1)} ms`,
    )
    // When the verb is through, so is the light: leaving does not even give the turn away.
    assert.equal(withoutCamera.tracks, 1)
    assert.equal(withoutAll.tracks, 0)
    assert.equal(await liveTracks(ada.page), 0)
  })

  it('stays in the call when its server is rotated out', async () => {
    const [ada, bob] = await pair()
    const room = new URL(ada.page.url()).searchParams.get('room')
    const response = await fetch(`${stage.stack.backend}/rooms/${room}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    const { sessionId } = (await response.json()) as { sessionId: string }
    const moved = ada.page.waitForEvent('websocket')
    await restRequest(stage.stack, { method: 'POST', path: `/session/${sessionId}/migrate` })
    await moved
    await ada.button('Microphone').click()
    await bob.tile('Ada').getByText('muted').waitFor({ state: 'attached' })
    await Promise.all([nextFrame(ada.tile('Bob')), nextFrame(bob.tile('Ada'))])
    for (const { errors } of [ada, bob]) assert.deepEqual(unexpected(errors), [])
  })
})
