import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { serveBarePage, type BarePage } from '../support/bare-page.ts'
import { newVisitor, startBrowser } from '../support/browser.ts'
import { openTokKeys, openTokSession, openTokSdk, vonageKeys } from '../support/official-sdks.ts'
import { connectError, type Keys } from '../support/opentok-client.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { broken, brokenT1, expired, unknownSession } from '../support/wrong-tokens.ts'

describe('what OpenTok.js tells a page whose credentials are wrong', () => {
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

  async function codeFor(keys: Keys): Promise<number | undefined> {
    const visitor = await newVisitor(browser)
    await visitor.page.goto(bare.url)
    const error = await connectError(visitor.page, keys)
    await visitor.close()
    return error?.code
  }

  it('1004 for a token with a changed signature, in each of its three forms', async () => {
    const { keys } = await openTokKeys(stack)
    const legacy = openTokSdk(stack).generateToken(keys.sessionId, {}, true)
    const application = await vonageKeys(stack)
    assert.equal(await codeFor({ ...keys, token: broken(keys.token) }), 1004)
    assert.equal(await codeFor({ ...keys, token: brokenT1(legacy) }), 1004)
    assert.equal(
      await codeFor({ ...application.keys, token: broken(application.keys.token) }),
      1004,
    )
  })

  it('1004 for an expired token', async () => {
    const { keys } = await openTokKeys(stack)
    const token = await expired(stack, keys.sessionId)
    assert.equal(await codeFor({ ...keys, token }), 1004)
  })

  it('1004 for a token of another session', async () => {
    const [one, other] = [await openTokKeys(stack), await openTokKeys(stack)]
    assert.equal(await codeFor({ ...one.keys, token: other.keys.token }), 1004)
  })

  it('1004 for a token of another project', async () => {
    const { keys } = await openTokKeys(stack)
    const application = await vonageKeys(stack)
    assert.equal(await codeFor({ ...keys, token: application.keys.token }), 1004)
  })

  it('1004 for something that is no token at all', async () => {
    const { keys } = await openTokKeys(stack)
    assert.equal(await codeFor({ ...keys, token: 'hello' }), 1004)
  })

  it('1005 for a session that nobody created', async () => {
    const { keys } = await openTokKeys(stack)
    const sessionId = unknownSession(keys.sessionId)
    const token = openTokSdk(stack).generateToken(sessionId, {})
    assert.equal(await codeFor({ ...keys, sessionId, token }), 1005)
  })

  it('nothing for a right one, so that the codes above mean something', async () => {
    const { keys } = await openTokKeys(stack)
    assert.equal(await codeFor(keys), undefined)
    const legacy = openTokSdk(stack).generateToken(keys.sessionId, {}, true)
    assert.equal(await codeFor({ ...keys, token: legacy }), undefined)
    assert.ok(await openTokSession(openTokSdk(stack), { mediaMode: 'routed' }))
  })
})
