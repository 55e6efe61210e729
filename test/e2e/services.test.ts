import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { newVisitor, unexpected } from '../support/browser.ts'
import { openTokKeys, openTokSdk } from '../support/official-sdks.ts'
import { firstRemoteFrame, joinWithOpenTok } from '../support/opentok-client.ts'
import { restRequest } from '../support/rest.ts'
import { useCallStage } from '../support/stage.ts'

describe('what the platform does beside the call, as a page sees it', () => {
  const stage = useCallStage()

  it('shows captions to those who asked for them', async () => {
    const { keys, token } = await openTokKeys(stage.stack, 'routed')
    const [alice, bob] = await Promise.all([newVisitor(stage.browser), newVisitor(stage.browser)])
    await Promise.all([alice.page.goto(stage.bare), bob.page.goto(stage.bare)])
    await joinWithOpenTok(alice.page, keys, { publisher: { publishCaptions: true } })
    await joinWithOpenTok(bob.page, { ...keys, token: token() })
    await firstRemoteFrame(bob.page)
    const moderator = openTokSdk(stage.stack).generateToken(keys.sessionId, { role: 'moderator' })
    const started = await restRequest(stage.stack, {
      method: 'POST',
      path: '/captions',
      body: { sessionId: keys.sessionId, token: moderator },
    })
    assert.equal(started.status, 202)

    const heard = await bob.page.evaluateHandle(() => ({
      caption: new Promise<string>((resolve) => {
        Reflect.get(globalThis, 'session').on('captionReceived', (event: { caption: string }) =>
          resolve(event.caption),
        )
      }),
    }))
    const streamId = await bob.page.evaluate(async () => {
      const [subscriber] = Reflect.get(globalThis, 'subscribers')
      await subscriber.subscribeToCaptions(true)
      return String(subscriber.stream.streamId)
    })
    const said = await fetch(
      `${stage.stack.emulator}/_emulator/sessions/${keys.sessionId}/captions`,
      {
        method: 'POST',
        body: JSON.stringify({ streamId, text: 'Good morning' }),
      },
    )
    assert.deepEqual(await said.json(), { receivers: 1 })
    assert.equal(await heard.evaluate(({ caption }) => caption), 'Good morning')
    assert.deepEqual(unexpected([...alice.errors, ...bob.errors]), [])
    await Promise.all([alice.close(), bob.close()])
  })

  it('mutes who comes later, until that is lifted', async () => {
    const { keys, token } = await openTokKeys(stage.stack)
    const host = await newVisitor(stage.browser)
    await host.page.goto(stage.bare)
    await joinWithOpenTok(host.page, keys)
    const mute = (active: boolean) =>
      restRequest(stage.stack, {
        method: 'POST',
        path: `/session/${keys.sessionId}/mute`,
        body: { active, excludedStreamIds: [] },
      })
    assert.equal((await mute(true)).status, 200)
    await becomesSilent(host.page)

    const later = await newVisitor(stage.browser)
    await later.page.goto(stage.bare)
    await joinWithOpenTok(later.page, { ...keys, token: token() })
    await becomesSilent(later.page)
    assert.equal((await mute(false)).status, 200)
    const last = await newVisitor(stage.browser)
    await last.page.goto(stage.bare)
    await joinWithOpenTok(last.page, { ...keys, token: token() })
    assert.equal(
      await last.page.evaluate(() => Reflect.get(globalThis, 'publisher').stream.hasAudio),
      true,
    )
    await Promise.all([host, later, last].map((visitor) => visitor.close()))
  })
})

/** Resolves when everybody has been told that the page's publisher is silent. */
async function becomesSilent(page: Page): Promise<void> {
  await page.waitForFunction(() => Reflect.get(globalThis, 'publisher').stream.hasAudio === false)
}
