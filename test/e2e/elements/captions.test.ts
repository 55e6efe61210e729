import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { captions } from '@ot-room/backend/features'
import type { OtRoom } from 'ot-room'
import { unexpected } from '../../support/browser.ts'
import { startHostedBackend, type HostedBackend } from '../../support/hosted-backend.ts'
import { comeUnseen, visitWithBackend, type RoomVisitor } from '../../support/room-page.ts'
import { useCallStage } from '../../support/stage.ts'

type Speech = { text: string; isFinal: boolean }
type Session = { sessionId: string; streams: { id: string }[] }

const unheard: Speech = { text: 'Nobody reads this.', isFinal: true }

describe('captions', () => {
  const stage = useCallStage()
  let backend: HostedBackend
  let visitors: RoomVisitor[] = []
  let rooms = 0

  before(async () => {
    backend = await startHostedBackend(stage.stack, {
      session: { mediaMode: 'routed' },
      features: (video) => [captions(video)],
    })
  })
  after(() => backend?.close())
  afterEach(async () => {
    const all = visitors
    visitors = []
    for (const { errors, close } of all) {
      await close()
      assert.deepEqual(unexpected(errors), [])
    }
  })

  /** Whoever comes is heard and not seen. */
  async function come(as: 'host' | 'guest', name: string): Promise<RoomVisitor> {
    const url = `${stage.stack.demo}/?room=captions-${rooms}`
    const visitor = await visitWithBackend(stage.browser, {
      url,
      endpoint: `${backend.url}?as=${as}`,
    })
    visitors.push(visitor)
    await comeUnseen(visitor, { name, microphone: 'on' })
    return visitor
  }

  async function meet(): Promise<readonly [host: RoomVisitor, guest: RoomVisitor]> {
    rooms += 1
    const host = await come('host', 'Ada')
    const guest = await come('guest', 'Bob')
    await Promise.all([host.tile('Bob').waitFor(), guest.tile('Ada').waitFor()])
    return [host, guest]
  }

  /** What a speech recogniser of the platform would have understood; tells how many were shown it, or why it was refused. */
  async function recognise(visitor: RoomVisitor, speech: Speech): Promise<unknown> {
    const { sessionId, streamId } = await spokenIn(visitor)
    const path = `/_emulator/sessions/${sessionId}/captions`
    const body = JSON.stringify({ streamId, ...speech })
    const answer = await fetch(`${stage.stack.emulator}${path}`, { method: 'POST', body })
    return answer.ok ? answer.json() : answer.status
  }

  /** Says something until one other is shown it: the platform learns of a wish a moment after its button was used. */
  async function say(
    visitor: RoomVisitor,
    text: string,
    state: 'growing' | 'complete' = 'complete',
  ) {
    for (;;) {
      const answer = await recognise(visitor, { text, isFinal: state === 'complete' })
      if (isDeepStrictEqual(answer, { receivers: 1 })) return
    }
  }

  const spokenIn = async ({ room }: RoomVisitor) => {
    const streamId = await room.evaluate(async (element) => {
      for (;;) {
        const { state } = element as OtRoom
        const people = 'participants' in state ? state.participants : []
        const [stream] = people.find(({ self }) => self)?.streams ?? []
        if (stream) return stream.id
        await new Promise(requestAnimationFrame)
      }
    })
    const response = await fetch(`${stage.stack.emulator}/_emulator/sessions`)
    const { sessions } = (await response.json()) as { sessions: Session[] }
    const session = sessions.find(({ streams }) => streams.some(({ id }) => id === streamId))
    return { sessionId: session?.sessionId, streamId }
  }

  async function begin(host: RoomVisitor, language: string): Promise<void> {
    await host.button('More').click()
    await host.room.getByLabel('Spoken language').selectOption({ label: language })
    await host.button('Start captions').click()
  }

  const button = ({ room }: RoomVisitor) =>
    room.getByRole('button', { name: 'Captions', exact: true })

  const shown = ({ room }: RoomVisitor) => room.getByRole('log', { name: 'Captions' })

  it('are begun by a host, and read by whoever wants to, as people speak', async () => {
    const [host, guest] = await meet()
    assert.equal(await recognise(guest, unheard), 409)
    await begin(host, 'German (Germany)')
    await shown(host).getByText('What others say appears here.').waitFor()
    const word = guest.room.locator('[part~=toast]').filter({ hasText: 'Captions are on' })
    await word.getByRole('button', { name: 'Show captions' }).click()
    await shown(guest).waitFor()

    await say(guest, 'Guten', 'growing')
    await shown(host).getByText('Guten', { exact: true }).waitFor()
    await say(guest, 'Guten Morgen.')
    const line = shown(host).getByText('Guten Morgen.', { exact: true })
    await line.waitFor()
    assert.equal(await line.getAttribute('lang'), 'de-DE')
    assert.equal((await shown(host).innerText()).replace(/\s+/g, ' '), 'Bob Guten Morgen.')
    await say(host, 'Hallo!')
    await shown(guest).getByText('Hallo!').waitFor()
    assert.equal(await shown(host).getByText('Hallo!').count(), 0)
  })

  it('are there for latecomers, by a key, and are sent to nobody who does not want them', async () => {
    const [host, guest] = await meet()
    await begin(host, 'American English')
    await shown(host).waitFor()
    const latecomer = await come('guest', 'Eve')
    await button(latecomer).waitFor()
    await say(guest, 'Good morning.')
    await latecomer.button('Microphone').focus()
    await latecomer.page.keyboard.press('t')
    await shown(latecomer).waitFor()
    await button(host).click()
    await say(guest, 'Where were we?')
    await shown(latecomer).getByText('Where were we?').first().waitFor()
    await latecomer.page.keyboard.press('t')
    await shown(latecomer).waitFor({ state: 'detached' })
  })

  it('end for everybody, and nobody is written down any more', async () => {
    const [host, guest] = await meet()
    await begin(host, 'American English')
    await guest.button('Show captions').click()
    await shown(guest).waitFor()
    await host.button('More').click()
    await host.button('Stop captions').click()
    for (const visitor of [host, guest]) {
      await shown(visitor).waitFor({ state: 'detached' })
      await button(visitor).waitFor({ state: 'detached' })
    }
    const said = guest.room.getByRole('status').last()
    await said.getByText('Captions are off.').waitFor({ state: 'attached' })
    assert.equal(await recognise(guest, unheard), 409)
  })
})
