import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { foreign } from '../support/browser.ts'
import { liveTracks } from '../support/devices.ts'
import { heardTone, nextFrame, visit } from '../support/room-page.ts'
import { useStage } from '../support/stage.ts'

describe('the pages of the demo', () => {
  const stage = useStage()

  it('shows the visitor their own picture and loudness, and fetches nothing of OpenTok', async () => {
    const visitor = await visit(stage.browser, stage.stack.demo)
    assert.ok((await nextFrame(visitor.room)).width > 0)
    await visitor.room.getByRole('img', { name: 'Microphone level' }).waitFor()
    const { requests, errors } = visitor
    assert.deepEqual(requests.filter(isOfACall), [])
    assert.deepEqual(foreign(requests), [])
    assert.deepEqual(errors, [])
    await visitor.close()
  })

  it('lets a visitor with the narrowest screen in, without scrolling sideways', async () => {
    const visitor = await visit(stage.browser, `${stage.stack.demo}/?room=narrow`)
    await visitor.page.setViewportSize({ width: 320, height: 568 })
    await visitor.join('Alice')
    await visitor.room.getByText('You are the only one here').waitFor()
    const width = await visitor.page.evaluate(() => document.documentElement.scrollWidth)
    assert.equal(width, 320)
    await visitor.close()
  })

  it('brings camera and microphone also for those who join before their preview is there', async () => {
    const url = `${stage.stack.demo}/?room=quick`
    const quick = await visit(stage.browser, url, { devices: 'late' })
    await quick.room.getByText('Starting your camera').waitFor()
    await quick.join('Alice')
    const other = await visit(stage.browser, url)
    await other.join('Bob')
    assert.ok((await nextFrame(other.tile('Alice'))).width > 0)
    await heardTone(other.tile('Alice'))
    await quick.close()
    await other.close()
  })

  it('hands the snippet over', async () => {
    const visitor = await visit(stage.browser, stage.stack.demo)
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await visitor.page.getByRole('button', { name: 'Copy' }).click()
    await visitor.page.getByRole('button', { name: 'Copied' }).waitFor()
    const copied = await visitor.page.evaluate(() => navigator.clipboard.readText())
    assert.equal(copied.split('\n').length, 2)
    assert.match(copied, /<ot-room room="support" endpoint="https:\/\/.*"><\/ot-room>/)
    await visitor.close()
  })

  it('two rooms side by side keep apart: who joins one is not in the other', async () => {
    const both = await visit(stage.browser, `${stage.stack.demo}/two-rooms.html`)
    const guest = await visit(stage.browser, `${stage.stack.demo}/?room=workshop`)
    const [reception, workshop] = [both.room.first(), both.room.last()]
    for (const room of [reception, workshop]) {
      await room.getByLabel('Your name').fill('Alice')
      await room.getByRole('button', { name: 'Join' }).click()
      await room.getByText('You are the only one here').waitFor()
    }
    await guest.join('Bob')
    const bob = workshop.getByRole('listitem').filter({ hasText: 'Bob' })
    assert.ok((await nextFrame(bob)).width > 0)
    assert.ok((await nextFrame(guest.tile('Alice'))).width > 0)
    await reception.getByText('You are the only one here').waitFor()

    await workshop.getByRole('button', { name: 'Leave' }).click()
    await guest.room.getByText('You are the only one here').waitFor()
    await reception.getByRole('button', { name: 'Leave' }).click()
    await reception.getByText('You have left the room').waitFor()
    assert.equal(await liveTracks(both.page), 0)
    await both.close()
    await guest.close()
  })
})

/** OpenTok.js itself, or a request for credentials. */
function isOfACall(url: string): boolean {
  return /\/opentok(\.min)?\.js$|\/join$/.test(new URL(url).pathname)
}
