import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { backlog } from '@ot-room/backend/features'
import type { OtRoom } from 'ot-room'
import { unexpected } from '../../support/browser.ts'
import { startHostedBackend, type HostedBackend } from '../../support/hosted-backend.ts'
import { visitWithBackend, type RoomVisitor } from '../../support/room-page.ts'
import { useCallStage } from '../../support/stage.ts'

describe('people in a call', () => {
  const stage = useCallStage()
  const visitors: RoomVisitor[] = []
  let backend: HostedBackend
  let ada: RoomVisitor
  let bob: RoomVisitor

  before(async () => {
    backend = await startHostedBackend(stage.stack, {
      features: () => [
        backlog({ secret: 'another secret of this test, of thirty-two characters' }),
      ],
    })
    ada = await come('Ada')
    bob = await come('Bob')
    await Promise.all([ada.tile('Bob').waitFor(), bob.tile('Ada').waitFor()])
  })
  after(async () => {
    for (const visitor of visitors) await visitor.close()
    await backend?.close()
  })

  async function come(name: string): Promise<RoomVisitor> {
    const visitor = await visitWithBackend(stage.browser, {
      url: `${stage.stack.demo}/?room=talking`,
      endpoint: `${backend.url}?id=${name}`,
    })
    visitors.push(visitor)
    // Nobody has to be seen or heard here.
    await visitor.room.evaluate(async (element, name) => {
      await (element as OtRoom).join({ name, camera: false, microphone: false })
    }, name)
    await visitor.tile(`${name} (you)`).waitFor()
    return visitor
  }

  const field = ({ room }: RoomVisitor) => room.getByLabel('Message to everybody')
  const said = ({ room }: RoomVisitor) => room.getByRole('status').last()

  it('write to each other, by the keyboard alone', async () => {
    await ada.button('Chat').focus()
    await ada.page.keyboard.press('Enter')
    await ada.room.getByText('No messages yet').waitFor()
    await ada.page.keyboard.type('Hello Bob')
    await ada.page.keyboard.press('Enter')
    await said(bob).getByText('Ada writes: Hello Bob').waitFor({ state: 'attached' })
    await bob.button('Chat, 1 new message').click()
    const message = bob.room.getByRole('listitem').filter({ hasText: 'Hello Bob' })
    await message.getByText('Ada', { exact: true }).waitFor()
    await field(bob).fill('First line\nhttps://example.com/agenda.')
    await field(bob).press('Enter')
    const link = ada.room.getByRole('link', { name: 'https://example.com/agenda' })
    assert.equal(await link.getAttribute('href'), 'https://example.com/agenda')
    assert.match((await link.getAttribute('rel')) ?? '', /noopener/)
    assert.equal(await field(bob).inputValue(), '')
    await ada.page.keyboard.press('Escape')
    await field(ada).waitFor({ state: 'detached' })
    const focused = await ada.room.evaluate((element) => {
      const bar = element.shadowRoot?.activeElement?.shadowRoot
      return bar?.activeElement?.getAttribute('part')
    })
    assert.equal(focused, 'chat')
  })

  it('see markup in a message as text', async () => {
    await field(bob).fill('<img src=x onerror="document.title=1"><b>bold</b>')
    await bob.button('Send').click()
    await ada.button('Chat, 1 new message').click()
    await ada.room.locator('ot-chat').getByText('<b>bold</b>').waitFor()
    assert.equal(await ada.room.locator('ot-chat img, ot-chat b').count(), 0)
    assert.notEqual(await ada.page.title(), '1')
  })

  it('read what was written before they came, and see whose hand is up', async () => {
    await bob.button('Reactions').click()
    await bob.button('Raise hand').click()
    await said(ada).getByText('Bob raised a hand').waitFor({ state: 'attached' })
    await ada.tile('Bob').filter({ hasText: 'hand raised' }).waitFor()
    const eve = await come('Eve')
    await eve.tile('Bob').filter({ hasText: 'hand raised' }).waitFor()
    await eve.button('Chat, 3 new messages').click()
    await eve.room.locator('ot-chat').getByText('Hello Bob').waitFor()
    // What she has missed is not read out.
    assert.doesNotMatch((await said(eve).textContent()) ?? '', /Hello Bob/)
    await eve.button('People').click()
    const people = eve.room.locator('ot-people').getByRole('listitem')
    assert.match((await people.first().textContent()) ?? '', /Bob/)
    assert.equal(await people.count(), 3)
    await bob.button('Reactions').click()
    await bob.button('Lower hand').click()
    await ada.tile('Bob').filter({ hasText: 'hand raised' }).waitFor({ state: 'detached' })
    await eve.button('Leave').click()
    await ada.tile('Eve').waitFor({ state: 'detached' })
  })

  it('react, which everybody sees and hears of, and which passes', async () => {
    await ada.button('Reactions').click()
    await ada.button('Applause').click()
    const seen = bob.tile('Ada').getByText('👏')
    await seen.waitFor()
    await said(bob).getByText('Ada: Applause').waitFor({ state: 'attached' })
    await seen.waitFor({ state: 'detached' })
  })

  it('keep what could not be sent, and are told', async () => {
    await bob.page.route(`${backend.url}/**`, (route) => route.abort())
    await field(bob).fill('Not now')
    await field(bob).press('Enter')
    await bob.room.getByRole('alert').getByText('The message was not sent').waitFor()
    assert.equal(await field(bob).inputValue(), 'Not now')
    await bob.page.unrouteAll()
    await field(bob).press('Enter')
    await ada.room.locator('ot-chat').getByText('Not now').waitFor()
    await bob.room.getByRole('alert').waitFor({ state: 'detached' })
  })

  it('give the browser nothing to complain about', () => {
    for (const { errors } of visitors) {
      assert.deepEqual(
        unexpected(errors).filter((text) => !/net::ERR_FAILED/.test(text)),
        [],
      )
    }
  })
})
