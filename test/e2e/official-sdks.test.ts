import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { foreign, newVisitor, startBrowser } from '../support/browser.ts'
import { serveBarePage, type BarePage } from '../support/bare-page.ts'
import { firstRemoteFrame, joinWithOpenTok } from '../support/opentok-client.ts'
import { openTokKeys, vonageKeys } from '../support/official-sdks.ts'
import { startStack, type Stack } from '../support/stack.ts'

describe('sessions and tokens of the official server SDKs, joined by the unmodified OpenTok.js', () => {
  let stack: Stack
  let browser: Browser
  let bare: BarePage

  before(async () => {
    stack = await startStack()
    browser = await startBrowser()
    bare = await serveBarePage()
  })
  after(async () => {
    await Promise.all([browser?.close(), stack?.close(), bare?.close()])
  })

  for (const [sdk, keysOf] of [
    ['npm opentok', openTokKeys],
    ['@vonage/video', vonageKeys],
  ] as const) {
    it(`two visitors see each other with what ${sdk} made`, async () => {
      const { keys, token } = await keysOf(stack)
      const [alice, bob] = await Promise.all([newVisitor(browser), newVisitor(browser)])
      await Promise.all([alice.page.goto(bare.url), bob.page.goto(bare.url)])

      await joinWithOpenTok(alice.page, keys)
      await joinWithOpenTok(bob.page, { ...keys, token: token() })

      const frames = await Promise.all([firstRemoteFrame(alice.page), firstRemoteFrame(bob.page)])
      for (const { width, height } of frames) assert.ok(width > 0 && height > 0)
      for (const { errors, requests } of [alice, bob]) {
        assert.deepEqual(errors, [])
        assert.deepEqual(foreign(requests), [])
      }
      await Promise.all([alice.close(), bob.close()])
    })
  }
})
