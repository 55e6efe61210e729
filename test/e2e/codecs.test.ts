import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { newVisitor, unexpected, type Visitor } from '../support/browser.ts'
import { offersFirst, decodedVideo } from '../support/codecs.ts'
import { openTokKeys, openTokSdk, openTokSession } from '../support/official-sdks.ts'
import { joinWithOpenTok, type JoinOptions, type Keys } from '../support/opentok-client.ts'
import { seenPictures } from '../support/remote-media.ts'
import { useCallStage } from '../support/stage.ts'

describe('a routed session carries', () => {
  const stage = useCallStage('--use-fake-ui-for-media-stream')

  const open = async (): Promise<Visitor> => {
    const visitor = await newVisitor(stage.browser)
    await visitor.page.goto(stage.bare)
    return visitor
  }
  const end = async (...visitors: Visitor[]): Promise<void> => {
    for (const { errors } of visitors) assert.deepEqual(unexpected(errors), [])
    await Promise.all(visitors.map((visitor) => visitor.close()))
  }
  const watch = async (keys: Keys, session: JoinOptions['session'] = {}): Promise<Visitor> => {
    const visitor = await open()
    await joinWithOpenTok(visitor.page, keys, { session, publisher: 'none' })
    return visitor
  }

  for (const codec of ['VP8', 'VP9', 'H264', 'AV1'] as const) {
    it(`${codec}, whose picture comes back after it was switched off`, async () => {
      const { keys, token } = await openTokKeys(stage.stack, 'routed')
      const alice = await open()
      await offersFirst(alice.page, codec)
      await joinWithOpenTok(alice.page, keys)
      const bob = await watch({ ...keys, token: token() })
      await seenPictures(bob.page, 1)
      assert.equal((await decodedVideo(bob.page)).codec, `video/${codec}`)
      await offAndOnAgain(bob.page)
      await end(alice, bob)
    })
  }

  it('the screen of a client beside its camera', async () => {
    const { keys, token } = await openTokKeys(stage.stack, 'routed')
    const alice = await open()
    await joinWithOpenTok(alice.page, keys)
    await shareScreen(alice.page)
    const bob = await watch({ ...keys, token: token() })
    assert.equal((await seenPictures(bob.page, 2)).length, 2)
    await end(alice, bob)
  })

  it('pictures that are encrypted from end to end', async () => {
    const sdk = openTokSdk(stage.stack)
    const sessionId = await openTokSession(sdk, { mediaMode: 'routed', e2ee: true })
    const keysOf = (): Keys => ({
      emulator: stage.stack.emulator,
      applicationId: stage.stack.apiKey,
      sessionId,
      token: sdk.generateToken(sessionId, { role: 'publisher' }),
    })
    const session = { encryptionSecret: 'between us' }
    const alice = await open()
    await joinWithOpenTok(alice.page, keysOf(), { session })
    const [bob, eve] = await Promise.all([
      watch(keysOf(), session),
      watch(keysOf(), { encryptionSecret: 'somebody guessed' }),
    ])
    await Promise.all([seenPictures(bob.page, 1), secretMismatch(eve.page)])
    await offAndOnAgain(bob.page)
    await end(alice, bob, eve)
  })
})

/** Switches the picture of the page's only subscriber off and on; it takes a new keyframe to show it again. */
async function offAndOnAgain(page: Page): Promise<void> {
  await subscribeToVideo(page, 'off')
  const before = await decodedVideo(page)
  await subscribeToVideo(page, 'on')
  await seenPictures(page, 1)
  const { keyframes } = await decodedVideo(page)
  assert.ok(keyframes > before.keyframes, `${keyframes} keyframes after ${before.keyframes}`)
}

/** Resolves when the page's only subscriber has been told that it cannot decrypt what comes. */
async function secretMismatch(page: Page): Promise<void> {
  await page.waitForSelector('html[data-secret-mismatch]')
}

/** Turns the picture of the page's only subscriber off or on; resolves when the page shows that. */
async function subscribeToVideo(page: Page, state: 'on' | 'off'): Promise<void> {
  await page.evaluate(
    (value) =>
      new Promise<void>((resolve) => {
        const { subscribers } = globalThis as unknown as { subscribers: OT.Subscriber[] }
        subscribers[0]?.once(value === 'on' ? 'videoEnabled' : 'videoDisabled', () => resolve())
        subscribers[0]?.subscribeToVideo(value === 'on')
      }),
    state,
  )
}

/** Publishes the screen as one more stream of the page's client. */
async function shareScreen(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { session } = globalThis as unknown as { session: OT.Session }
    const screen = OT.initPublisher(undefined, { insertDefaultUI: false, videoSource: 'screen' })
    await new Promise<void>((resolve, reject) => {
      session.publish(screen, (error) => (error ? reject(error) : resolve()))
    })
  })
}
