import assert from 'node:assert/strict'
import { networkInterfaces } from 'node:os'
import { after, before, describe, it } from 'node:test'
import { createEmulator } from 'opentok-emulator'
import type { Browser } from 'puppeteer-core'
import { newVisitor, unexpected } from '../support/browser.ts'
import { startFirefox, visitWithFirefox, withLoopback } from '../support/firefox.ts'
import type { InPage } from '../support/in-page.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import { joinWithOpenTok, type Keys } from '../support/opentok-client.ts'
import { heardSound, seenPictures } from '../support/remote-media.ts'
import { useStage } from '../support/stage.ts'

describe('Firefox', () => {
  const stage = useStage()
  let firefox: Browser | undefined
  before(async () => {
    firefox = await startFirefox(withLoopback)
  })
  after(() => firefox?.close())

  const call = async (
    browser: Browser,
    { keys, token }: { keys: Keys; token: () => string },
  ): Promise<void> => {
    const chrome = await newVisitor(stage.browser)
    await chrome.page.goto(stage.bare)
    const fox = await visitWithFirefox(browser, stage.bare)
    await joinWithOpenTok(chrome.page, keys)
    await joinWithOpenTok(fox.page, { ...keys, token: token() })
    const meet = async (page: InPage): Promise<void> => {
      await seenPictures(page, 1)
      await heardSound(page)
    }
    await Promise.all([meet(chrome.page), meet(fox.page)])
    for (const { errors } of [chrome, fox]) assert.deepEqual(unexpected(errors), [])
    await Promise.all([chrome.close(), fox.close()])
  }

  for (const mediaMode of ['relayed', 'routed'] as const) {
    it(`and Chromium see and hear each other in a ${mediaMode} session`, async () => {
      assert.ok(firefox)
      await call(firefox, await openTokKeys(stage.stack, mediaMode))
    })
  }

  const isOnNetwork = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .some(({ family, internal }) => family === 'IPv4' && !internal)
  const skip = isOnNetwork ? false : 'this machine has no address but loopback'
  it(
    'needs no preference for a routed session of an emulator that listens on every address',
    { skip },
    async (test) => {
      const emulator = await createEmulator({ host: '0.0.0.0', allowRemote: true })
      test.after(() => emulator.close())
      const plain = await startFirefox()
      test.after(() => plain.close())
      await call(
        plain,
        await openTokKeys({ ...stage.stack, ...emulator, emulator: emulator.url }, 'routed'),
      )
    },
  )
})
