import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { OtRoom } from 'ot-room'
import type { Locator } from 'playwright-core'
import { foreign, unexpected } from '../support/browser.ts'
import { liveTracks } from '../support/devices.ts'
import { receivedAudioBytes } from '../support/peer-connections.ts'
import { heardTone, nextFrame, visit, type RoomVisitor } from '../support/room-page.ts'
import { useStage } from '../support/stage.ts'

describe('two people in a room of the demo', () => {
  const stage = useStage()
  let alice: RoomVisitor
  let bob: RoomVisitor
  let rooms = 0

  async function meet(): Promise<void> {
    const url = `${stage.stack.demo}/?room=call-${(rooms += 1)}`
    alice = await visit(stage.browser, url)
    bob = await visit(stage.browser, url)
    await alice.join('Alice')
    await bob.join('Bob')
    await Promise.all([nextFrame(alice.tile('Bob')), nextFrame(bob.tile('Alice'))])
  }

  async function part(): Promise<void> {
    await alice.close()
    await bob.close()
    for (const { requests, errors } of [alice, bob]) {
      assert.deepEqual(foreign(requests), [])
      assert.deepEqual(unexpected(errors), [])
    }
  }

  // All in one call, as people have it: each leaves it as it was.
  describe('in one call', () => {
    before(meet)
    after(part)

    it('see moving pictures of each other', async () => {
      for (const tile of [alice.tile('Bob'), bob.tile('Alice')]) {
        const { width, height } = await nextFrame(tile)
        assert.ok(width > 0 && height > 0)
      }
    })

    it('hear each other', async () => {
      await Promise.all([heardTone(alice.tile('Bob')), heardTone(bob.tile('Alice'))])
      for (const { page } of [alice, bob]) assert.ok((await receivedAudioBytes(page)) > 0)
    })

    it('send each other messages', async () => {
      for (const [from, to] of [
        [alice, bob],
        [bob, alice],
      ] as const) {
        await keepSignals(to.room)
        await send(from.room, 'Grüße 👋')
        assert.equal(await keptSignal(to.room), 'chat: Grüße 👋')
      }
    })

    it('see when the other one is muted, and when not any more', async () => {
      await bob.button('Microphone').click()
      await alice.tile('Bob').getByText('muted').waitFor({ state: 'attached' })
      await bob.button('Microphone').click()
      await alice.tile('Bob').getByText('muted').waitFor({ state: 'detached' })
      await heardTone(alice.tile('Bob'))
    })

    it('see initials while a camera is off, and the picture again afterwards', async () => {
      await bob.button('Camera').click()
      await alice.tile('Bob').getByText('camera off').waitFor({ state: 'attached' })
      await bob.button('Camera').click()
      await alice.tile('Bob').getByText('camera off').waitFor({ state: 'detached' })
      assert.ok((await nextFrame(alice.tile('Bob'))).width > 0)
    })

    it('keep the picture while a killed connection comes back by itself', async () => {
      await keepPhases(alice.room)
      const picture = await alice.tile('Bob').locator('video').elementHandle()
      await fetch(`${stage.stack.emulator}/_emulator/drop-sockets`, { method: 'POST' })
      assert.deepEqual(await keptPhases(alice.room), ['connected', 'reconnecting', 'connected'])
      const same = await alice
        .tile('Bob')
        .locator('video')
        .evaluate((now, before) => now === before, picture)
      assert.equal(same, true)
      assert.ok((await nextFrame(alice.tile('Bob'))).width > 0)
      // The way back is whole: what the other one does still arrives.
      await bob.button('Microphone').click()
      await alice.tile('Bob').getByText('muted').waitFor({ state: 'attached' })
      await bob.button('Microphone').click()
      await alice.tile('Bob').getByText('muted').waitFor({ state: 'detached' })
    })

    it('come back after leaving', async () => {
      await bob.button('Leave').click()
      await bob.button('Join again').click()
      await Promise.all([nextFrame(alice.tile('Bob')), nextFrame(bob.tile('Alice'))])
    })

    it('notice that the other one left, whose camera and microphone are off then', async () => {
      await bob.button('Leave').click()
      await bob.room.getByText('You have left the room').waitFor()
      assert.equal(await liveTracks(bob.page), 0)
      await alice.room.getByText('You are the only one here').waitFor()
      assert.equal(await alice.tile('Bob').count(), 0)
    })
  })

  it('notice that the other one closed the page', async (t) => {
    await meet()
    t.after(part)
    await bob.page.close()
    await alice.room.getByText('You are the only one here').waitFor()
  })
})

/** Starts to keep the next signal, so that none can come before somebody listens. */
async function keepSignals(room: Locator): Promise<void> {
  await room.evaluate((element) => {
    const next = new Promise<string>((resolve) => {
      ;(element as OtRoom).addEventListener('ot-signal', ({ signal }) =>
        resolve(`${signal.type}: ${signal.data}`),
      )
    })
    Object.assign(element, { next })
  })
}

function keptSignal(room: Locator): Promise<string> {
  return room.evaluate((element) => (element as unknown as { next: Promise<string> }).next)
}

async function send(room: Locator, data: string): Promise<void> {
  await room.evaluate((element, text) => {
    return (element as OtRoom).sendSignal({ type: 'chat', data: text })
  }, data)
}

/** Starts to keep this phase and the next two, so that none can come before somebody listens. */
async function keepPhases(room: Locator): Promise<void> {
  await room.evaluate((element) => {
    const { presence } = element as OtRoom
    const seen = presence ? [presence.state.phase] : []
    const phases = new Promise<readonly string[]>((resolve) => {
      presence?.subscribe(({ phase }) => {
        // States follow each other within a phase too: a name, a device, somebody else.
        if (phase !== seen.at(-1) && seen.push(phase) === 3) resolve(seen)
      })
    })
    Object.assign(element, { phases })
  })
}

function keptPhases(room: Locator): Promise<string[]> {
  return room.evaluate((element) => (element as unknown as { phases: Promise<string[]> }).phases)
}
