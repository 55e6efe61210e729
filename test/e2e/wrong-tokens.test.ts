import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newVisitor } from '../support/browser.ts'
import { openTokKeys, openTokSession, openTokSdk, vonageKeys } from '../support/official-sdks.ts'
import { connectError, type Keys } from '../support/opentok-client.ts'
import { useCallStage } from '../support/stage.ts'
import { broken, brokenT1, expired, unknownSession } from '../support/wrong-tokens.ts'

describe('what OpenTok.js tells a page whose credentials are wrong', () => {
  const stage = useCallStage()

  async function codeFor(keys: Keys): Promise<number | undefined> {
    const visitor = await newVisitor(stage.browser)
    await visitor.page.goto(stage.bare)
    const error = await connectError(visitor.page, keys)
    await visitor.close()
    return error?.code
  }

  it('1004 for a token with a changed signature, in each of its three forms', async () => {
    const { keys } = await openTokKeys(stage.stack)
    const legacy = openTokSdk(stage.stack).generateToken(keys.sessionId, {}, true)
    const application = await vonageKeys(stage.stack)
    assert.equal(await codeFor({ ...keys, token: broken(keys.token) }), 1004)
    assert.equal(await codeFor({ ...keys, token: brokenT1(legacy) }), 1004)
    assert.equal(
      await codeFor({ ...application.keys, token: broken(application.keys.token) }),
      1004,
    )
  })

  it('1004 for an expired token', async () => {
    const { keys } = await openTokKeys(stage.stack)
    const token = await expired(stage.stack, keys.sessionId)
    assert.equal(await codeFor({ ...keys, token }), 1004)
  })

  it('1004 for a token of another session', async () => {
    const [one, other] = [await openTokKeys(stage.stack), await openTokKeys(stage.stack)]
    assert.equal(await codeFor({ ...one.keys, token: other.keys.token }), 1004)
  })

  it('1004 for a token of another project', async () => {
    const { keys } = await openTokKeys(stage.stack)
    const application = await vonageKeys(stage.stack)
    assert.equal(await codeFor({ ...keys, token: application.keys.token }), 1004)
  })

  it('1004 for something that is no token at all', async () => {
    const { keys } = await openTokKeys(stage.stack)
    assert.equal(await codeFor({ ...keys, token: 'hello' }), 1004)
  })

  it('1005 for a session that nobody created', async () => {
    const { keys } = await openTokKeys(stage.stack)
    const sessionId = unknownSession(keys.sessionId)
    const token = openTokSdk(stage.stack).generateToken(sessionId, {})
    assert.equal(await codeFor({ ...keys, sessionId, token }), 1005)
  })

  it('nothing for a right one, so that the codes above mean something', async () => {
    const { keys } = await openTokKeys(stage.stack)
    assert.equal(await codeFor(keys), undefined)
    const legacy = openTokSdk(stage.stack).generateToken(keys.sessionId, {}, true)
    assert.equal(await codeFor({ ...keys, token: legacy }), undefined)
    assert.ok(await openTokSession(openTokSdk(stage.stack), { mediaMode: 'routed' }))
  })
})
