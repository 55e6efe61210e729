import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { axeFindings } from '../support/axe.ts'
import { foreign, newVisitor, unexpected } from '../support/browser.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import { joinWithOpenTok } from '../support/opentok-client.ts'
import { seenPictures } from '../support/remote-media.ts'
import { restRequest } from '../support/rest.ts'
import { useCallStage } from '../support/stage.ts'

describe("the emulator's console", () => {
  const stage = useCallStage()

  /** Goes from the emulator's address to the newest session, as a person would. */
  async function lookInto(page: Page): Promise<void> {
    await page.goto(stage.stack.emulator)
    await page.getByRole('row').nth(1).getByRole('link').click()
    await page.getByRole('heading', { name: 'Session', exact: true }).waitFor()
  }

  it('shows a call as it goes on, and lets somebody see it who is alone', async () => {
    const { keys } = await openTokKeys(stage.stack, 'routed')
    const [watcher, alice] = await Promise.all([
      newVisitor(stage.browser),
      newVisitor(stage.browser),
    ])
    const { page } = watcher
    await lookInto(page)
    await page.getByText('Nobody is connected.').waitFor()
    await page.evaluate(() => Object.assign(globalThis, { same: true }))

    await alice.page.goto(stage.bare)
    await joinWithOpenTok(alice.page, keys)
    const people = page.getByRole('region', { name: 'People' }).getByRole('listitem')
    await people.filter({ hasText: /sends camera \d+×\d+/ }).waitFor()
    const messages = page.getByRole('region', { name: 'Messages' })
    await messages.locator('summary').filter({ hasText: 'publish' }).first().click()
    const told = messages.locator('details[open] pre').filter({ hasText: 'channel' })
    await told.waitFor()
    // It was shown without loading the page again, and what was opened stays open.
    await alice.page.evaluate(() => Reflect.get(globalThis, 'session').signal({ data: 'hello' }))
    await messages.locator('summary').filter({ hasText: 'signal' }).waitFor()
    await told.waitFor()
    assert.equal(await page.evaluate(() => Reflect.get(globalThis, 'same')), true)

    await page.getByLabel('Name').fill('Ada King')
    await page.getByRole('button', { name: 'Bring somebody' }).click()
    await people.filter({ hasText: 'Ada King' }).waitFor()
    const [{ width } = { width: 0 }] = await seenPictures(alice.page, 1)
    assert.ok(width > 0)
    await people.filter({ hasText: 'Ada King' }).getByRole('button', { name: 'Take out' }).click()
    await people.filter({ hasText: 'Ada King' }).waitFor({ state: 'detached' })

    for (const { errors, requests } of [watcher, alice]) {
      assert.deepEqual(unexpected(errors), [])
      assert.deepEqual(foreign(requests), [])
    }
    await Promise.all([watcher.close(), alice.close()])
  })

  it('makes an archive fail, or plays what was recorded', async () => {
    const { keys } = await openTokKeys(stage.stack, 'routed')
    const { page, close } = await newVisitor(stage.browser)
    await lookInto(page)
    await page.getByRole('button', { name: 'Bring somebody' }).click()
    const record = async (name: string) => {
      const body = { sessionId: keys.sessionId, name }
      const { body: made } = await restRequest(stage.stack, {
        method: 'POST',
        path: '/archive',
        body,
      })
      return `/archive/${String(made['id'])}`
    }
    const archives = page.getByRole('region', { name: 'Archives' }).getByRole('listitem')
    await record('Broken')
    await archives.getByRole('button', { name: 'Let it fail' }).click()
    await archives.filter({ hasText: 'Broken failed' }).waitFor()
    const path = await record('Lesson')
    await archives.filter({ hasText: 'Lesson started' }).waitFor()
    await restRequest(stage.stack, { method: 'POST', path: `${path}/stop` })
    const file = archives.filter({ hasText: 'Lesson available' }).getByRole('link')
    const answer = await page.request.get(
      new URL((await file.getAttribute('href')) ?? '', page.url()).href,
    )
    assert.equal(answer.headers()['content-type'], 'video/mp4')
    assert.equal((await answer.body()).subarray(4, 8).toString(), 'ftyp')
    await close()
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds, and fits on a phone: ${colorScheme}`, async () => {
      await openTokKeys(stage.stack, 'routed')
      const viewport = { width: 360, height: 640 }
      // axe is put into the page, which lets in nothing from elsewhere.
      const context = await stage.browser.newContext({ bypassCSP: true, colorScheme, viewport })
      const page = await context.newPage()
      await page.goto(stage.stack.emulator)
      assert.deepEqual(await axeFindings(page), [])
      await lookInto(page)
      await page.getByRole('button', { name: 'Bring somebody' }).click()
      await page.getByText('Somebody publisher').waitFor()
      assert.deepEqual(await axeFindings(page), [])
      const wide = () => document.documentElement.scrollWidth > innerWidth
      assert.equal(await page.evaluate(wide), false)
      await page.getByRole('link', { name: 'Callbacks' }).click()
      await page.getByText('connectionCreated').first().waitFor()
      assert.deepEqual(await axeFindings(page), [])
      await context.close()
    })
  }
})
