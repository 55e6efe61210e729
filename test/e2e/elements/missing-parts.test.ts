import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { OtRoom } from 'ot-room'
import { liveTracks } from '../../support/devices.ts'
import { nextFrame, visit } from '../../support/room-page.ts'
import { useStage } from '../../support/stage.ts'

describe('a room whose parts do not load', () => {
  const stage = useStage()

  it('says so instead of being a call that nobody sees, and goes on when they do', async () => {
    const visitor = await visit(stage.browser, `${stage.stack.demo}/?room=parts`)
    await visitor.page.route(/\/beyond[.-]/, (route) => route.abort())
    await nextFrame(visitor.room)
    await visitor.room.getByLabel('Your name').fill('Ada')
    await visitor.button('Join').press('Enter')
    await visitor.room.getByRole('heading', { name: 'The room did not load' }).waitFor()
    const { phase, focus } = await visitor.room.evaluate((element) => ({
      phase: (element as OtRoom).state.phase,
      focus: element.shadowRoot?.activeElement?.textContent,
    }))
    assert.deepEqual({ phase, focus }, { phase: 'lobby', focus: 'The room did not load' })
    await visitor.button('Load again').click()
    await visitor.button('Load again').waitFor()
    await visitor.page.unroute(/\/beyond[.-]/)
    await visitor.button('Load again').click()
    await nextFrame(visitor.tile('Ada (you)'))
    await visitor.room.evaluate((element) => (element as OtRoom).leave())
    assert.equal(await liveTracks(visitor.page), 0)
    await visitor.close()
  })

  it('says it when the words of a language are missing, and speaks it when they are there', async () => {
    const visitor = await visit(stage.browser, 'about:blank')
    await visitor.page.route(/\/de[.-]/, (route) => route.abort())
    await visitor.page.goto(`${stage.stack.demo}/?room=parts`)
    await visitor.room.getByRole('heading', { name: 'Ready to join?' }).waitFor()
    await visitor.page.evaluate(() => (document.documentElement.lang = 'de'))
    await visitor.room.getByText('Your language did not load.').waitFor()
    await visitor.page.unroute(/\/de[.-]/)
    await visitor.button('Try again').click()
    await visitor.room.getByRole('heading', { name: 'Bereit?' }).waitFor()
    assert.equal(await visitor.room.getByText('Your language did not load.').count(), 0)
    await visitor.close()
  })
})
