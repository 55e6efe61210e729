import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import type { OtRoom } from 'ot-room'
import { unexpected } from '../../support/browser.ts'
import { liveTracks } from '../../support/devices.ts'
import { startHostedBackend, type HostedBackend } from '../../support/hosted-backend.ts'
import { nextFrame, visitWithBackend, type RoomVisitor } from '../../support/room-page.ts'
import { useStage } from '../../support/stage.ts'

describe('a room that a host lets people into', () => {
  const stage = useStage()
  let backend: HostedBackend
  let visitors: RoomVisitor[] = []
  let rooms = 0

  before(async () => {
    backend = await startHostedBackend(stage.stack)
  })
  after(() => backend?.close())
  afterEach(async () => {
    const all = visitors
    visitors = []
    for (const { errors, close } of all) {
      await close()
      // The browser's own line for an answer of 409 or 403, which the protocol asks for.
      assert.deepEqual(
        unexpected(errors).filter((text) => !/status of (409|403)/.test(text)),
        [],
      )
    }
  })

  async function come(as: 'host' | 'guest', name: string): Promise<RoomVisitor> {
    const visitor = await visitWithBackend(stage.browser, {
      url: `${stage.stack.demo}/?room=waiting-${rooms}`,
      endpoint: `${backend.url}?as=${as}`,
    })
    visitors.push(visitor)
    await nextFrame(visitor.room)
    await visitor.join(name)
    return visitor
  }

  /** A host who is in, and a guest who has knocked. */
  async function knock(): Promise<readonly [host: RoomVisitor, guest: RoomVisitor]> {
    rooms += 1
    const host = await come('host', 'Ada')
    await nextFrame(host.tile('Ada (you)'))
    const guest = await come('guest', 'Bob')
    await guest.room.getByRole('heading', { name: 'Waiting to be let in' }).waitFor()
    return [host, guest]
  }

  const said = (visitor: RoomVisitor) => visitor.room.getByRole('status').last()

  it('shows who knocks, and lets them in with their picture', async () => {
    const [host, guest] = await knock()
    await guest.page.waitForFunction(() =>
      document.querySelector('ot-room')?.matches(':state(waiting)'),
    )
    await nextFrame(guest.room)
    // A quick answer comes before the view of joining: the focus then lands on the heading, and is read with its help.
    const help = 'The host knows that you are here. Keep this page open.'
    const heading = guest.room.getByRole('heading', { name: 'Waiting to be let in' })
    assert.ok(
      (await said(guest).textContent()) === help ||
        (await heading.evaluate(helpWithFocus)) === help,
    )
    await said(host).getByText('Bob is waiting to be let in').waitFor({ state: 'attached' })
    await host.button('Let in').click()
    await Promise.all([nextFrame(host.tile('Bob')), nextFrame(guest.tile('Ada'))])
    await host.room.getByText('Bob is waiting to be let in').first().waitFor({ state: 'hidden' })
  })

  it('lets those in who were there before the host, from the panel and by the keyboard', async () => {
    rooms += 1
    const bob = await come('guest', 'Bob')
    const eve = await come('guest', 'Eve')
    for (const guest of [bob, eve]) await guest.room.getByText('Waiting to be let in').waitFor()
    const host = await come('host', 'Ada')
    const more = host.button('More, People who are waiting: 2')
    await more.focus()
    await host.page.keyboard.press('Enter')
    const people = host.room.getByRole('region', { name: 'People who are waiting' })
    await people.waitFor()
    assert.deepEqual(await people.getByRole('button').allInnerTexts(), [
      'Let in',
      'Turn away',
      'Let in',
      'Turn away',
      'Let everybody in',
    ])
    await people.getByRole('button', { name: 'Let everybody in' }).press('Enter')
    await Promise.all([
      ...['Bob', 'Eve'].map((name) => nextFrame(host.tile(name))),
      // Whoever leaves before the others have connected to them is an error to OpenTok.js.
      nextFrame(bob.tile('Eve')),
      nextFrame(eve.tile('Bob')),
    ])
    await people.waitFor({ state: 'detached' })
  })

  it('tells those who are turned away, who may knock again, and give up', async () => {
    const [host, guest] = await knock()
    await host.button('Turn away').click()
    await guest.room.getByRole('heading', { name: 'You were not let in' }).waitFor()
    assert.equal(await liveTracks(guest.page), 0)
    await guest.button('Try again').click()
    await guest.room.getByRole('heading', { name: 'Waiting to be let in' }).waitFor()
    await host.room.getByText('Bob is waiting to be let in').first().waitFor()
    await guest.button('Cancel').click()
    await guest.button('Join').waitFor()
    const phase = await guest.room.evaluate((element) => (element as OtRoom).state.phase)
    assert.equal(phase, 'lobby')
  })
})

/** The description of what has the focus. */
function helpWithFocus(element: Element): string | undefined {
  const root = element.getRootNode()
  if (!(root instanceof ShadowRoot) || root.activeElement !== element) return undefined
  const id = element.getAttribute('aria-describedby') ?? ''
  return root.getElementById(id)?.textContent ?? undefined
}
