import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newVisitor, unexpected, type Visitor } from '../support/browser.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import { firstRemoteFrame, joinWithOpenTok } from '../support/opentok-client.ts'
import { useCallStage } from '../support/stage.ts'

describe('the unmodified OpenTok.js on the emulator', () => {
  const stage = useCallStage()

  const visit = async (): Promise<Visitor> => {
    const visitor = await newVisitor(stage.browser)
    await visitor.page.goto(stage.bare)
    return visitor
  }

  for (const mediaMode of ['relayed', 'routed'] as const) {
    it(`hears of earlier streams without hearing of connections (${mediaMode})`, async () => {
      const { keys, token } = await openTokKeys(stage.stack, mediaMode)
      const alice = await visit()
      await joinWithOpenTok(alice.page, keys)
      const quiet = await visit()
      const session = { connectionEventsSuppressed: true } as const
      await joinWithOpenTok(quiet.page, { ...keys, token: token() }, { session, publisher: 'none' })
      await firstRemoteFrame(quiet.page)
      assert.deepEqual(unexpected(quiet.errors), [])
      await Promise.all([alice.close(), quiet.close()])
    })
  }

  it('sees a picture that changes every three seconds, also when it comes late', async () => {
    const { keys, token } = await openTokKeys(stage.stack, 'routed')
    const alice = await visit()
    await alice.page.evaluate(() => {
      const canvas = document.createElement('canvas')
      canvas.width = 640
      canvas.height = 480
      const context = canvas.getContext('2d')
      const [track] = canvas.captureStream(0).getVideoTracks()
      let drawn = 0
      const draw = () => {
        if (context === null || track === undefined) return
        context.fillStyle = drawn % 2 ? 'teal' : 'orange'
        context.fillRect(0, 0, 640, 480)
        drawn += 1
        if ('requestFrame' in track) Reflect.apply(track.requestFrame as () => void, track, [])
      }
      draw()
      setInterval(draw, 3000)
      Object.assign(globalThis, { flashing: { videoSource: track, audioSource: null } })
    })
    await joinWithOpenTok(alice.page, keys, { publisher: { source: 'flashing' } })
    const bob = await visit()
    await joinWithOpenTok(bob.page, { ...keys, token: token() }, { publisher: 'none' })
    await firstRemoteFrame(bob.page)
    const late = await visit()
    await joinWithOpenTok(late.page, { ...keys, token: token() }, { publisher: 'none' })
    await firstRemoteFrame(late.page)
    await Promise.all([alice.close(), bob.close(), late.close()])
  })
})
