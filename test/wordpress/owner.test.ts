import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { assemblePlugin, zipPlugin } from '../../scripts/plugin.ts'
import { newVisitor, type Visitor } from '../support/browser.ts'
import { nextFrame, visit } from '../support/room-page.ts'
import { useNeighbourhood } from './support/neighbourhood.ts'
import { signIn } from './support/sign-in.ts'

describe('the owner of a WordPress', () => {
  const here = useNeighbourhood(({ emulator: { url } }) => ({
    constants: { OT_ROOM_API_URL: url, OT_ROOM_PROXY_URL: url },
    permalinks: '/%postname%/',
    plugin: 'absent',
  }))
  let admin: Visitor
  before(async () => {
    admin = await newVisitor(here.browser)
    await signIn(admin.page, here.site.url)
  })

  const field = (label: string): Locator => admin.page.getByLabel(label, { exact: true })
  const save = async (): Promise<void> => {
    // The page that follows has the same address and may say the same.
    await admin.page.evaluate(() => document.body.classList.add('before'))
    await admin.page.getByRole('button', { name: 'Save and check' }).click()
    await admin.page.locator('body:not(.before) #ot-room-source').waitFor()
  }

  it('uploads the plugin as it is built, and switches it on', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'ot-room-plugin-'))
    t.after(() => rmSync(folder, { recursive: true }))
    await assemblePlugin(join(folder, 'ot-room'))
    await zipPlugin(join(folder, 'ot-room'), join(folder, 'ot-room.zip'))
    const { page } = admin
    await page.goto(`${here.site.url}/wp-admin/plugin-install.php?tab=upload`)
    await page.getByLabel('Plugin zip file').setInputFiles(join(folder, 'ot-room.zip'))
    await page.getByRole('button', { name: 'Install Now' }).click()
    await page.getByRole('link', { name: 'Activate Plugin' }).click()
    await page.getByText('Plugin activated.').waitFor()
    const row = page.getByRole('row').filter({ hasText: 'Video room (ot-room)' })
    await row.getByRole('link', { name: 'Settings' }).waitFor()
  })

  it('is told how to set it up where a room is to be', async () => {
    const page = await here.site.publish('[ot_room room="early"]')
    await admin.page.goto(page)
    await admin.page.getByRole('link', { name: 'Set up video rooms (only you see this)' }).click()
    await admin.page.getByText('Rooms open as soon as the fields below are filled in.').waitFor()
    assert.ok(!(await (await fetch(page)).text()).includes('Set up video rooms'))
  })

  it('learns at once whether the platform takes the keys', async () => {
    await field('OpenTok API key').fill(here.emulator.apiKey)
    await field('OpenTok API secret').fill('0'.repeat(40))
    await save()
    await admin.page.getByText('The video platform refuses these credentials.').waitFor()
    await field('OpenTok API secret').fill(here.emulator.apiSecret)
    await field('Address of OpenTok.js').fill(here.openTok)
    await save()
    await admin.page.getByText('The video platform takes these credentials.').waitFor()
  })

  it('never sees a secret again, keeps it by leaving its field empty, and keeps what was good', async () => {
    assert.ok(!(await admin.page.content()).includes(here.emulator.apiSecret))
    await field('OpenTok API key').fill('my key')
    await field('Address of OpenTok.js').fill('javascript:alert(1)')
    await save()
    await admin.page.getByText('An OpenTok API key is a number.').waitFor()
    await admin.page.getByText('An address begins with https://.').waitFor()
    await admin.page.getByText('The video platform takes these credentials.').waitFor()
    assert.equal(await field('OpenTok API key').inputValue(), here.emulator.apiKey)
    assert.match(await field('Address of OpenTok.js').inputValue(), /^http:/)
  })

  it('takes a Vonage application as well, with its private key as a file', async () => {
    await field('Tokens come from').selectOption('vonage')
    await field('Vonage application ID').fill(here.emulator.applicationId)
    await field('Vonage private key').fill(
      '-----BEGIN PRIVATE KEY-----\nno\n-----END PRIVATE KEY-----',
    )
    await save()
    await admin.page.getByText('That is no private key.').waitFor()
    await field('Vonage private key').fill(here.emulator.privateKey)
    await save()
    await admin.page.getByText('The video platform takes these credentials.').waitFor()
    assert.ok(!(await admin.page.content()).includes(here.emulator.privateKey.slice(40, 90)))
  })

  it('puts a room on a page with the block, and a visitor is in it', async () => {
    const { page } = admin
    await page.goto(`${here.site.url}/wp-admin/post-new.php?post_type=page`)
    const welcome = page.getByRole('dialog').getByRole('button', { name: 'Close' })
    await welcome.click()
    const canvas = await canvasOf(page)
    await canvas.getByRole('textbox', { name: 'Add title' }).fill('Team meeting')
    await page.getByRole('button', { name: 'Toggle block inserter' }).click()
    await page.getByRole('searchbox', { name: 'Search' }).fill('video room')
    await page.getByRole('option', { name: 'Video room', exact: true }).click()
    await canvas.getByRole('button', { name: 'Use “team-meeting”' }).click()
    await canvas.getByText('Video room “team-meeting”').waitFor()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page
      .getByRole('region', { name: 'Editor publish' })
      .getByRole('button', { name: 'Publish', exact: true })
      .click()
    const link = page.getByRole('link', { name: 'View Page', exact: true }).first()
    const address = await link.getAttribute('href')
    const ada = await visit(here.browser, address ?? '')
    const bob = await visit(here.browser, address ?? '')
    await ada.join('Ada')
    await bob.join('Bob')
    assert.ok((await nextFrame(ada.tile('Bob'))).width > 0)
    await Promise.all([ada.close(), bob.close()])
    assert.deepEqual(
      admin.errors.filter((text) => text.includes('ot-room')),
      [],
    )
  })

  it('takes all of it away with the plugin', async () => {
    const left = await here.site.run(`
      require_once ABSPATH . 'wp-admin/includes/plugin.php';
      deactivate_plugins( 'ot-room/ot-room.php' );
      uninstall_plugin( 'ot-room/ot-room.php' );
      global $wpdb;
      echo wp_json_encode( array(
        $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%ot_room%'" ),
        $wpdb->get_col( "SHOW TABLES LIKE '%ot_room%'" ),
      ) );`)
    assert.deepEqual(JSON.parse(left), [[], []])
    assert.equal(here.site.complaints(), '')
  })
})

/** What is written on: a frame since WordPress 6.3, before that the page itself. */
async function canvasOf(page: Page): Promise<FrameLocator | Page> {
  const frame = page.locator('iframe[name="editor-canvas"]')
  await frame
    .or(page.getByRole('textbox', { name: 'Add title' }))
    .first()
    .waitFor()
  return (await frame.count()) > 0 ? page.frameLocator('iframe[name="editor-canvas"]') : page
}
