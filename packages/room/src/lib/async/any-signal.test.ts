import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { createFakePlatform } from '../testing/fake-platform.ts'
import { callOf } from '../state/room-state.ts'
import { Room } from '../room/room.ts'
import { anySignal } from './any-signal.ts'

/** Takes a function away from the browser until the test ends. */
function without(t: TestContext, owner: object, name: string): void {
  const before = Object.getOwnPropertyDescriptor(owner, name)
  Object.defineProperty(owner, name, { value: undefined, configurable: true })
  t.after(() =>
    before ? Object.defineProperty(owner, name, before) : Reflect.deleteProperty(owner, name),
  )
}

for (const browser of ['new', 'old'] as const) {
  test(`the first of several signals ends the work, with its reason, in a ${browser} browser`, (t) => {
    if (browser === 'old') without(t, AbortSignal, 'any')
    const [one, other] = [new AbortController(), new AbortController()]
    const signal = anySignal([one.signal, other.signal])
    assert.equal(signal.aborted, false)
    other.abort('gone')
    assert.equal(signal.reason, 'gone')
    assert.equal(anySignal([one.signal, other.signal]).reason, 'gone')
  })
}

test('a visitor with a browser of 2022, on a page without https, gets in, writes, waves and reacts', async (t) => {
  without(t, AbortSignal, 'any')
  without(t, AbortSignal, 'timeout')
  without(t, URL, 'canParse')
  without(t, crypto, 'randomUUID')
  const { fetch } = createFakeBackend()
  const platform = createFakePlatform({ self: { id: 'self', name: 'Ada' } })
  const room = new Room({ room: 'tea', endpoint: 'https://rooms.example', platform, fetch })
  t.after(() => room.leave())
  await room.join()
  // Node itself sorts with it when it makes its first request.
  without(t, Array.prototype, 'toSorted')
  await room.talk?.say('Hello')
  for (const [type, data] of [
    ['ot-room.message', platform.sent[0]?.data ?? ''],
    ['ot-room.hand', '{"lasting":0}'],
    ['ot-room.reaction', '{"reaction":"👏"}'],
  ] as const) {
    platform.receive({ type, data, from: 'self' })
  }
  const { messages, hands, reactions } = callOf(room.state) ?? assert.fail('There is no call.')
  assert.deepEqual([messages.length, hands.length, reactions.length], [1, 1, 1])
})
