import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { foreign, newVisitor, unexpected } from '../support/browser.ts'
import { openTokKeys, vonageKeys } from '../support/official-sdks.ts'
import { firstRemoteFrame, joinWithOpenTok, joinWithProperties } from '../support/opentok-client.ts'
import type { Addresses } from '../support/stack.ts'
import { useCallStage } from '../support/stage.ts'

describe('sessions and tokens of the official server SDKs, joined by the unmodified OpenTok.js', () => {
  const stage = useCallStage()

  for (const [sdk, keysOf] of [
    ['npm opentok', openTokKeys],
    ['npm opentok, in a routed session', routedKeys],
    ['@vonage/video', vonageKeys],
  ] as const) {
    it(`two visitors see each other with what ${sdk} made`, async () => {
      const { keys, token } = await keysOf(stage.stack)
      const [alice, bob] = await Promise.all([newVisitor(stage.browser), newVisitor(stage.browser)])
      await Promise.all([alice.page.goto(stage.bare), bob.page.goto(stage.bare)])

      await joinWithOpenTok(alice.page, keys)
      await joinWithOpenTok(bob.page, { ...keys, token: token() })

      const frames = await Promise.all([firstRemoteFrame(alice.page), firstRemoteFrame(bob.page)])
      for (const { width, height } of frames) assert.ok(width > 0 && height > 0)
      for (const { errors, requests } of [alice, bob]) {
        assert.deepEqual(unexpected(errors), [])
        assert.deepEqual(foreign(requests), [])
      }
      await Promise.all([alice.close(), bob.close()])
    })
  }

  it('a visitor whose page names the emulator in OTProperties meets one whose page uses setProxyUrl', async () => {
    const { keys, token } = await openTokKeys(stage.stack)
    const [older, newer] = await Promise.all([newVisitor(stage.browser), newVisitor(stage.browser)])
    await Promise.all([older.page.goto(`${stage.bare}empty`), newer.page.goto(stage.bare)])

    await joinWithProperties(older.page, keys)
    await joinWithOpenTok(newer.page, { ...keys, token: token() })

    const frames = await Promise.all([firstRemoteFrame(older.page), firstRemoteFrame(newer.page)])
    for (const { width, height } of frames) assert.ok(width > 0 && height > 0)
    const away = foreign(older.requests).map((url) => new URL(url).host)
    assert.deepEqual([...new Set(away)], ['config.opentok.com'])
    await Promise.all([older.close(), newer.close()])
  })
})

function routedKeys(at: Addresses): ReturnType<typeof openTokKeys> {
  return openTokKeys(at, 'routed')
}
