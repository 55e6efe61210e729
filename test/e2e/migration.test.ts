import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { newVisitor, unexpected } from '../support/browser.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import { firstRemoteFrame, joinWithOpenTok } from '../support/opentok-client.ts'
import { restRequest } from '../support/rest.ts'
import { useCallStage } from '../support/stage.ts'

// They wait for the server to move them, so both kinds wait together.
describe('a session that moves to another server', { concurrency: 2 }, () => {
  const stage = useCallStage()

  for (const mediaMode of ['relayed', 'routed'] as const) {
    it(`keeps the call of two visitors, ${mediaMode}, and their pages notice nothing`, async () => {
      const { keys, token } = await openTokKeys(stage.stack, mediaMode)
      const [alice, bob] = await Promise.all([newVisitor(stage.browser), newVisitor(stage.browser)])
      await Promise.all([alice.page.goto(stage.bare), bob.page.goto(stage.bare)])
      await joinWithOpenTok(alice.page, keys, { session: { sessionMigration: true } })
      await joinWithOpenTok(
        bob.page,
        { ...keys, token: token() },
        { session: { sessionMigration: true } },
      )
      await Promise.all([firstRemoteFrame(alice.page), firstRemoteFrame(bob.page)])
      const sockets = () => alice.requests.filter((url) => url.startsWith('ws:')).length
      const before = sockets()

      const watched = await Promise.all([watchMove(alice.page), watchMove(bob.page)])
      const answer = await restRequest(stage.stack, {
        method: 'POST',
        path: `/session/${keys.sessionId}/migrate`,
      })
      assert.equal(answer.status, 202)
      const again = await restRequest(stage.stack, {
        method: 'POST',
        path: `/session/${keys.sessionId}/migrate`,
      })
      assert.deepEqual([again.status, again.body['code']], [409, 15214])
      await Promise.all(watched.map(({ moved }) => moved()))

      assert.equal(sockets(), before + 1)
      await Promise.all([firstRemoteFrame(alice.page), firstRemoteFrame(bob.page)])
      const heard = await hearing(bob.page)
      await alice.page.evaluate(() => {
        Reflect.get(globalThis, 'session').signal({ type: 'chat', data: 'still here' })
      })
      assert.equal(await heard(), 'still here')
      for (const { page, errors } of [alice, bob]) {
        assert.deepEqual(unexpected(errors), [])
        assert.deepEqual(await page.evaluate(() => Reflect.get(globalThis, 'seen')), [])
      }
      await Promise.all([alice.close(), bob.close()])
    })
  }

  it('puts out who cannot move, and says why', async () => {
    const { keys } = await openTokKeys(stage.stack)
    const carol = await newVisitor(stage.browser)
    await carol.page.goto(stage.bare)
    await joinWithOpenTok(carol.page, keys)
    const gone = await carol.page.evaluateHandle(() => {
      const left = new Promise<string>((resolve) => {
        Reflect.get(globalThis, 'session').on('sessionDisconnected', (event: { reason: string }) =>
          resolve(event.reason),
        )
      })
      return { left }
    })
    await restRequest(stage.stack, { method: 'POST', path: `/session/${keys.sessionId}/migrate` })
    assert.equal(await gone.evaluate(({ left }) => left), 'serverRotation')
    await carol.close()
  })
})

/** Watches a page through a move: `moved` resolves when its client has given up the old server. */
async function watchMove(page: Page): Promise<{ moved: () => Promise<void> }> {
  const handle = await page.evaluateHandle(() => {
    const session = Reflect.get(globalThis, 'session')
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    for (const event of [
      'sessionDisconnected',
      'sessionReconnecting',
      'streamDestroyed',
      'streamCreated',
    ]) {
      session.on(event, () => seen.push(event))
    }
    return { moved: new Promise<void>((resolve) => session.on('migrated', () => resolve())) }
  })
  return { moved: () => handle.evaluate(({ moved }) => moved) }
}

/** Starts to listen for a chat signal; the result waits for it. */
async function hearing(page: Page): Promise<() => Promise<string>> {
  const handle = await page.evaluateHandle(() => ({
    heard: new Promise<string>((resolve) => {
      Reflect.get(globalThis, 'session').on('signal:chat', (event: { data: string }) =>
        resolve(event.data),
      )
    }),
  }))
  return () => handle.evaluate(({ heard }) => heard)
}
