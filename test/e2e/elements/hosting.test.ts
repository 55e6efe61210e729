import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { createVideoApi } from '@ot-room/backend'
import { meetings, moderation, recording } from '@ot-room/backend/features'
import { unexpected } from '../../support/browser.ts'
import { startHostedBackend, type HostedBackend } from '../../support/hosted-backend.ts'
import {
  comeUnseen,
  nextFrame,
  visit,
  visitWithBackend,
  type RoomVisitor,
} from '../../support/room-page.ts'
import { startStack } from '../../support/stack.ts'
import { useCallStage } from '../../support/stage.ts'

describe('a host', () => {
  const stage = useCallStage()
  let relayed: HostedBackend
  let routed: HostedBackend
  let visitors: RoomVisitor[] = []
  let rooms = 0

  before(async () => {
    relayed = await startHostedBackend(stage.stack, {
      features: (video) => [moderation(video), meetings(video)],
    })
    routed = await startHostedBackend(stage.stack, {
      session: { mediaMode: 'routed' },
      features: (video) => [recording(video)],
    })
  })
  after(() => Promise.all([relayed?.close(), routed?.close()]))
  afterEach(async () => {
    const all = visitors
    visitors = []
    for (const { errors, close } of all) {
      await close()
      // The browser's own line for an answer of 403, which the protocol asks for.
      assert.deepEqual(
        unexpected(errors).filter((text) => !/status of 403/.test(text)),
        [],
      )
    }
  })

  async function open(endpoint: string): Promise<RoomVisitor> {
    const url = `${stage.stack.demo}/?room=hosting-${rooms}`
    const visitor = await visitWithBackend(stage.browser, { url, endpoint })
    visitors.push(visitor)
    return visitor
  }

  async function come(as: 'host' | 'guest', name: string): Promise<RoomVisitor> {
    const visitor = await open(`${relayed.url}?as=${as}&id=${name}`)
    await nextFrame(visitor.room)
    await visitor.join(name)
    await nextFrame(visitor.tile(`${name} (you)`))
    return visitor
  }

  /** A routed room's pictures are large, and nobody has to see them here. */
  async function watch(as: 'host' | 'guest', name: string): Promise<RoomVisitor> {
    const visitor = await open(`${routed.url}?as=${as}`)
    await comeUnseen(visitor, { name, microphone: 'off' })
    return visitor
  }

  /** A host and a guest who see each other. */
  async function meet(): Promise<readonly [host: RoomVisitor, guest: RoomVisitor]> {
    rooms += 1
    const host = await come('host', 'Ada')
    const guest = await come('guest', 'Bob')
    await Promise.all([nextFrame(host.tile('Bob')), nextFrame(guest.tile('Ada'))])
    return [host, guest]
  }

  it('mutes somebody who then knows it and can speak again, and everybody', async () => {
    const [host, guest] = await meet()
    const mutedBob = host.tile('Bob').filter({ hasText: 'muted' })
    await host.button('People').click()
    await host.button('Mute Bob').click()
    await guest.room.getByText('A host muted your microphone.').first().waitFor()
    await mutedBob.waitFor()
    await guest.button('Microphone').click()
    await mutedBob.waitFor({ state: 'detached' })
    await host.button('Mute everybody else').click()
    await mutedBob.waitFor()
    // Nobody is left to be muted, and the host is heard.
    await host.button('Mute everybody else').waitFor({ state: 'detached' })
    assert.equal(await guest.tile('Ada').filter({ hasText: 'muted' }).count(), 0)
  })

  it('removes somebody, who may come again, and then keeps them out', async () => {
    const [host, guest] = await meet()
    await host.button('People').click()
    await host.button('Remove Bob').click()
    await host.button('Cancel').click()
    await host.button('Remove Bob').click()
    const question = host.room.getByRole('group', { name: 'Remove Bob from the room?' })
    await question.getByRole('button', { name: 'Remove', exact: true }).click()
    await guest.room.getByRole('heading', { name: 'You were removed from the room' }).waitFor()
    await host.tile('Bob').waitFor({ state: 'detached' })
    await guest.button('Join again').click()
    await Promise.all([nextFrame(host.tile('Bob')), nextFrame(guest.tile('Ada'))])
    await host.button('Remove Bob').click()
    await host.button('Remove and keep out').click()
    await guest.button('Join again').click()
    await guest.room.getByText('A host has asked you to stay out of this room.').waitFor()
  })

  it('records, which everybody sees, is told, and can leave for', async () => {
    rooms += 1
    const host = await watch('host', 'Ada')
    const guest = await watch('guest', 'Bob')
    await host.button('More').click()
    await host.button('Record').click()
    const sign = (visitor: RoomVisitor) => visitor.room.locator('[part=recording]')
    await Promise.all([sign(host).waitFor(), sign(guest).waitFor()])
    const latecomer = await watch('guest', 'Eve')
    await sign(latecomer).waitFor()
    const word = latecomer.room.locator('[part~=toast]').filter({ hasText: 'is being recorded' })
    await word.getByRole('button', { name: 'Leave' }).click()
    await latecomer.room.getByRole('heading', { name: 'You have left the room' }).waitFor()
    await host.button('Stop recording').click()
    await Promise.all([host, guest].map((one) => sign(one).waitFor({ state: 'detached' })))
    const said = guest.room.getByRole('status').last()
    await said.getByText('The recording has ended.').waitFor({ state: 'attached' })
    const { apiKey, apiSecret, emulator } = stage.stack
    const { archives } = createVideoApi({ apiKey, apiSecret, apiUrl: emulator })
    const { items } = await archives.list()
    assert.deepEqual(
      items.map(({ status }) => status).filter((status) => status === 'started'),
      [],
    )
    assert.equal(items.length, 1)
  })

  it('ends the call for everybody, and whoever comes next meets anew', async () => {
    const [host, guest] = await meet()
    await host.button('People').click()
    await host.button('End for everybody').click()
    const question = host.room.getByRole('group', { name: 'End the call for everybody?' })
    await question.getByRole('button', { name: 'End for everybody' }).click()
    for (const { room } of [host, guest]) {
      await room.getByRole('heading', { name: 'The meeting has ended' }).waitFor()
    }
    await guest.button('Join again').click()
    await guest.room.getByText('You are the only one here').first().waitFor()
  })

  it('is whoever opens the address that npm start prints for one', async () => {
    const OT_HOST_KEY = 'the-key-of-this-test-with-32-characters-and-more'
    const stack = await startStack({ OT_HOST_KEY })
    try {
      const [host, guest] = [`${stack.demo}/#host=${OT_HOST_KEY}`, stack.demo].map(async (url) => {
        const visitor = await visit(stage.browser, url)
        visitors.push(visitor)
        await nextFrame(visitor.room)
        await visitor.join('Somebody')
        await visitor.button('People').click()
        return visitor
      })
      await (await host)?.button('End for everybody').waitFor()
      assert.equal(await (await guest)?.button('End for everybody').count(), 0)
    } finally {
      await Promise.all(visitors.splice(0).map(({ close }) => close()))
      await stack.close()
    }
  })

  it('is the only one who can do any of it', async () => {
    const [host, guest] = await meet()
    await guest.button('People').click()
    await guest.room.locator('ot-people').getByText('Ada').waitFor()
    const buttons = await guest.room.locator('ot-people').getByRole('button').allTextContents()
    assert.deepEqual(buttons.map((text) => text.trim()).filter(Boolean), [])
    await guest.button('More').click()
    assert.equal(await guest.button('Record').count(), 0)
    const refused = await guest.room.evaluate(async (element) => {
      const { presence } = element as unknown as { presence: { host: unknown } }
      const ask = (path: string) =>
        fetch(
          element
            .getAttribute('endpoint')
            ?.replace('?', `/rooms/${element.getAttribute('room')}/${path}?`) ?? '',
          {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: '{}',
          },
        ).then(({ status }) => status)
      return [presence.host, await ask('lock'), await ask('end')]
    })
    assert.deepEqual(refused, [undefined, 403, 403])
    assert.equal(await host.tile('Bob').count(), 1)
  })
})
