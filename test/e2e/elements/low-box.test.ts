import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { startBrowser } from '../../support/browser.ts'
import { visitWithBackend } from '../../support/room-page.ts'
import { startHostedBackend, type HostedBackend } from '../../support/hosted-backend.ts'
import { meetings, moderation } from '@ot-room/backend/features'
import { startStack, type Stack } from '../../support/stack.ts'

describe('a call in a low box, of a host', () => {
  let stack: Stack
  let backend: HostedBackend
  let browser: Browser
  before(async () => {
    stack = await startStack()
    backend = await startHostedBackend(stack, {
      features: (video) => [moderation(video), meetings(video)],
    })
    browser = await startBrowser()
  })
  after(async () => {
    await browser?.close()
    await backend?.close()
    await stack?.close()
  })

  const come = (as: string) =>
    visitWithBackend(browser, {
      url: `${stack.demo}/?room=low`,
      endpoint: `${backend.url}?as=${as}&id=${as}`,
    })

  it('keeps the list of people off the toolbar, and the focus in it after a removal', async () => {
    const host = await come('host')
    await host.join('Ada')
    const guest = await come('guest')
    await guest.join('Bob')
    await host.page.setViewportSize({ width: 320, height: 240 })
    await host.room.evaluate((element) => {
      Object.assign((element as HTMLElement).style, { blockSize: '240px', minBlockSize: '0' })
    })
    await host.button('People').click()
    const covered = await host.room.evaluate((element) => {
      const tree = element.shadowRoot
      const toolbar = tree?.querySelector('ot-toolbar')?.getBoundingClientRect()
      const end = tree?.querySelector('ot-people')?.shadowRoot?.querySelector('[part~=host]')
      if (!toolbar || !end) return 'nothing was found'
      const box = end.getBoundingClientRect()
      const panel = tree?.querySelector('ot-people')?.getBoundingClientRect()
      // What is below the panel's edge is scrolled out of it, and not seen.
      return panel && Math.min(box.bottom, panel.bottom) > toolbar.top + 1 ? 'covered' : 'free'
    })
    assert.equal(covered, 'free')
    await host.page.setViewportSize({ width: 1280, height: 720 })
    await host.room.evaluate((element) => {
      Object.assign((element as HTMLElement).style, { blockSize: '', minBlockSize: '' })
    })
    const people = host.room.locator('ot-people')
    await people
      .getByRole('button', { name: /Remove/ })
      .first()
      .click()
    await people.locator('.question').getByRole('button').first().click()
    await guest.room.getByText('You were removed from the room').waitFor()
    await people.getByText('Bob').waitFor({ state: 'detached' })
    const focused = await host.room.evaluate((element) => {
      const panel = element.shadowRoot?.querySelector('ot-people')
      return panel?.shadowRoot?.activeElement?.localName
    })
    assert.equal(focused, 'h2')

    const other = await come('guest')
    await other.join('Cem')
    await people.getByText('Cem').waitFor()
    await people.getByRole('button', { name: 'End for everybody' }).click()
    await people.getByRole('button', { name: 'End for everybody' }).click()
    await other.room.getByText('The meeting has ended').first().waitFor()
    await host.room.getByText('The meeting has ended').first().waitFor()
    await Promise.all([host.close(), guest.close(), other.close()])
  })
})
