import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { newVisitor, unexpected, type Visitor } from '../support/browser.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import {
  firstRemoteFrame,
  joinWithOpenTok,
  type JoinOptions,
  type Keys,
} from '../support/opentok-client.ts'
import { receivedAudioBytes } from '../support/peer-connections.ts'
import { useCallStage } from '../support/stage.ts'

describe('quality control', { concurrency: 2 }, () => {
  const stage = useCallStage()

  const visit = async (
    keys: Keys,
    publisher: NonNullable<JoinOptions['publisher']>,
  ): Promise<Visitor> => {
    const visitor = await newVisitor(stage.browser)
    await visitor.page.goto(stage.bare)
    await joinWithOpenTok(visitor.page, keys, { publisher })
    return visitor
  }
  const impair = async (page: Page, network: object): Promise<void> => {
    const id = await page.evaluate(() => {
      const { session } = globalThis as unknown as { session: OT.Session }
      return session.connection?.connectionId ?? ''
    })
    const url = `${stage.stack.emulator}/_emulator/connections/${id}/network`
    const headers = { 'content-type': 'application/json' }
    const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(network) })
    assert.equal(status, 204)
  }

  it('takes one watcher with a bad network down to sound and back, and leaves the other alone', async () => {
    const { keys, token } = await openTokKeys(stage.stack, 'routed')
    const alice = await visit(keys, { audioFallback: { publisher: false, subscriber: true } })
    const bob = await visit({ ...keys, token: token() }, 'none')
    const carol = await visit({ ...keys, token: token() }, 'none')
    await Promise.all([firstRemoteFrame(bob.page), firstRemoteFrame(carol.page)])
    const [ofBob, ofCarol] = await Promise.all([qualityOf(bob.page), qualityOf(carol.page)])

    await impair(bob.page, { down: { kilobitsPerSecond: 90 } })
    await ofBob.until('videoDisabled')
    const before = await receivedAudioBytes(bob.page)
    await impair(bob.page, {})
    await ofBob.until('videoEnabled')
    assert.ok((await receivedAudioBytes(bob.page)) > before)
    await firstRemoteFrame(bob.page)

    assert.deepEqual(await ofBob.seen(), [
      'videoDisableWarning',
      'videoDisabled quality',
      'videoEnabled quality',
    ])
    assert.deepEqual(await ofCarol.seen(), [])
    for (const { errors } of [alice, bob, carol]) assert.deepEqual(unexpected(errors), [])
    await Promise.all([alice.close(), bob.close(), carol.close()])
  })

  it('takes a publisher with a bad network down to sound and back, for everybody who watches', async () => {
    const { keys, token } = await openTokKeys(stage.stack, 'routed')
    const alice = await visit(keys, { audioFallback: { publisher: true, subscriber: false } })
    const bob = await visit({ ...keys, token: token() }, 'none')
    await firstRemoteFrame(bob.page)
    const ofBob = await qualityOf(bob.page)

    await impair(alice.page, { up: { loss: 0.4 } })
    await ofBob.until('videoDisabled')
    await impair(alice.page, {})
    await ofBob.until('videoEnabled')
    await firstRemoteFrame(bob.page)
    assert.deepEqual(await ofBob.seen(), ['videoDisabled quality', 'videoEnabled quality'])
    for (const { errors } of [alice, bob]) assert.deepEqual(unexpected(errors), [])
    await Promise.all([alice.close(), bob.close()])
  })
})

/** Notes what a page's only subscriber is told of its picture. */
async function qualityOf(page: Page): Promise<{
  until: (event: string) => Promise<void>
  seen: () => Promise<string[]>
}> {
  const log = await page.evaluateHandle(() => {
    const { subscribers } = globalThis as unknown as { subscribers: OT.Subscriber[] }
    const seen: string[] = []
    const arrived = new Map<string, () => void>()
    for (const name of [
      'videoDisableWarning',
      'videoDisableWarningLifted',
      'videoDisabled',
      'videoEnabled',
    ]) {
      subscribers[0]?.on(name as 'videoDisabled', (event: { reason?: string }) => {
        seen.push([name, event.reason].filter(Boolean).join(' '))
        arrived.get(name)?.()
      })
    }
    return { seen, arrived }
  })
  return {
    until: (name) =>
      log.evaluate(
        ({ seen, arrived }, wanted) =>
          new Promise<void>((resolve) => {
            if (seen.some((entry) => entry.startsWith(wanted))) resolve()
            else arrived.set(wanted, resolve)
          }),
        name,
      ),
    seen: () => log.evaluate(({ seen }) => seen),
  }
}
