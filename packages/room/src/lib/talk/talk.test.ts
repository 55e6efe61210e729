import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { createFakeBackend, type FakeAnswers } from '../testing/fake-backend.ts'
import { createFakePlatform } from '../testing/fake-platform.ts'
import { callOf, type Call } from '../state/room-state.ts'
import { Room } from '../room/room.ts'

const credentials = { applicationId: 'a', sessionId: 's', token: 't' }
const bob = { id: 'bob', name: 'Bob' }

async function inCall(t: TestContext, answers: FakeAnswers = () => ({})) {
  const platform = createFakePlatform({ self: { id: 'self', name: 'Ada' } })
  const backend = createFakeBackend(answers)
  const endpoint = 'https://rooms.example'
  const room = new Room({ room: 'tea', endpoint, platform, fetch: backend.fetch })
  t.after(() => room.leave())
  await room.join()
  platform.arrive(bob)
  const talk = room.talk ?? assert.fail('There is no talk.')
  const call = (): Call => callOf(room.state) ?? assert.fail('There is no call.')
  /** What the platform carries comes back to whoever sent it, too. */
  const carry = (from: string) => {
    const { type, data } = platform.sent.at(-1) ?? assert.fail('Nothing was sent.')
    platform.receive({ type, data, from })
  }
  return { platform, backend, room, talk, call, carry }
}

test('a message is there when the platform has carried it, and not before', async (t) => {
  const { talk, call, carry } = await inCall(t)
  await talk.say('Hello')
  assert.deepEqual(call().messages, [])
  carry('self')
  carry('bob')
  const seen = call().messages.map(({ name, self, text }) => ({ name, self, text }))
  assert.deepEqual(seen, [{ name: 'Ada', self: true, text: 'Hello' }])
})

test('who says nothing or too much is told so, and nothing is sent', async (t) => {
  const { talk, platform } = await inCall(t)
  for (const text of ['', 'x'.repeat(2001), '\u0001'.repeat(2000)]) {
    await assert.rejects(talk.say(text), { code: 'signal-invalid' })
  }
  assert.deepEqual(platform.sent, [])
})

test('a message of the longest kind fits into a signal', async (t) => {
  const { talk, platform } = await inCall(t)
  await talk.say('語'.repeat(2000))
  assert.ok(Buffer.byteLength(platform.sent.at(-1)?.data ?? '') <= 8192)
})

test('a latecomer reads what was said before, once, and before what is said now', async (t) => {
  const kept = [
    { message: 'm1', from: 'v1', name: 'Eve', text: 'Before', at: '2026-01-01T00:00:00Z' },
  ]
  const history = Promise.withResolvers<void>()
  const { call, platform, room } = await inCall(t, async (url) => {
    if (url.endsWith('/join')) return { body: { ...credentials, pass: 'secret', visitor: 'v1' } }
    await history.promise
    return { body: { messages: kept } }
  })
  const say = (id: string, text: string) =>
    platform.receive({ type: 'ot-room.message', data: JSON.stringify({ id, text }), from: 'bob' })
  say('m1', 'Before')
  say('m2', 'Now')
  const both = new Promise<void>((resolve) => {
    room.subscribe(() => call().messages[0]?.self && resolve())
  })
  history.resolve()
  await both
  assert.deepEqual(
    call().messages.map(({ id, self }) => [id, self]),
    [
      ['m1', true],
      ['m2', false],
    ],
  )
  assert.doesNotMatch(JSON.stringify(room.state), /secret/)
})

test('what is said is kept under the id that everybody hears', async (t) => {
  const { talk, backend, platform } = await inCall(t, (url) => {
    if (url.endsWith('/join')) return { body: { ...credentials, pass: 'secret' } }
    return { body: url.endsWith('/messages') ? { message: 'kept-1', at: '' } : { messages: [] } }
  })
  await talk.say('Hello')
  assert.deepEqual(JSON.parse(platform.sent.at(-1)?.data ?? ''), { id: 'kept-1', text: 'Hello' })
  assert.deepEqual(backend.requests.at(-1)?.body, { pass: 'secret', text: 'Hello' })
})

test('what the backend does not keep is not sent, and the writer is told', async (t) => {
  const { talk, platform } = await inCall(t, (url) => {
    if (url.endsWith('/join')) return { body: { ...credentials, pass: 'secret' } }
    return url.endsWith('/messages') ? { status: 429, body: {} } : { body: { messages: [] } }
  })
  await assert.rejects(talk.say('Hello'), { code: 'signal-failed' })
  assert.deepEqual(platform.sent, [])
})

test('hands are up in the order in which they were raised, also for those who came later', async (t) => {
  const { platform, call, talk, carry } = await inCall(t)
  await talk.raiseHand()
  carry('self')
  platform.receive({ type: 'ot-room.hand', data: '{"lasting":60000}', from: 'bob' })
  assert.deepEqual(
    call().hands.map(({ by }) => by),
    ['bob', 'self'],
  )
  platform.arrive({ id: 'eve', name: 'Eve' })
  const told = platform.sent.at(-1)
  assert.equal(told?.to, 'eve')
  assert.ok(JSON.parse(told?.data ?? '').lasting >= 0)
  platform.depart('bob')
  await talk.lowerHand()
  carry('self')
  assert.deepEqual(call().hands, [])
})

test('nobody gets to the front by saying that their hand has been up for long', async (t) => {
  const { platform, call, talk, carry } = await inCall(t)
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() })
  t.mock.timers.tick(20_000)
  await talk.raiseHand()
  carry('self')
  t.mock.timers.tick(1000)
  const forged = { type: 'ot-room.hand', data: '{"lasting":86400000}' }
  platform.receive({ ...forged, from: 'bob' })
  platform.arrive({ id: 'eve', name: 'Eve' })
  t.mock.timers.tick(1000)
  platform.receive({ ...forged, from: 'eve' })
  assert.deepEqual(
    call().hands.map(({ by }) => by),
    ['self', 'bob', 'eve'],
  )
})

test('a flood of one participant is not shown to everybody, and others are heard as ever', async (t) => {
  const { platform, call } = await inCall(t)
  platform.arrive({ id: 'eve', name: 'Eve' })
  for (let n = 0; n < 2000; n += 1) {
    const data = JSON.stringify({ id: `${n}`, text: 'spam' })
    platform.receive({ type: 'ot-room.message', data, from: 'bob' })
    platform.receive({ type: 'ot-room.reaction', data: '{"reaction":"👏"}', from: 'bob' })
  }
  const hello = JSON.stringify({ id: 'hello', text: 'Hello' })
  platform.receive({ type: 'ot-room.message', data: hello, from: 'eve' })
  const { messages, reactions } = call()
  assert.ok(messages.length <= 25 && reactions.length <= 15)
  assert.equal(messages.at(-1)?.text, 'Hello')
})

test('a flood of hand signals causes few state changes, and the last one counts', async (t) => {
  const { platform, call, room } = await inCall(t)
  let changes = 0
  room.subscribe(() => void (changes += 1))
  for (let n = 0; n < 500; n += 1) {
    platform.receive({ type: 'ot-room.hand', data: '{"lasting":0}', from: 'bob' })
    await Promise.resolve()
    platform.receive({ type: 'ot-room.hand', data: '{}', from: 'bob' })
    await Promise.resolve()
  }
  assert.ok(changes > 0 && changes <= 30, `${changes} changes`)
  assert.deepEqual(call().hands, [])
})

test('a reaction is seen for a moment', async (t) => {
  const { platform, call, room } = await inCall(t)
  t.mock.timers.enable({ apis: ['setTimeout'] })
  platform.receive({ type: 'ot-room.reaction', data: '{"reaction":"👏"}', from: 'bob' })
  assert.deepEqual(
    call().reactions.map(({ by, kind }) => ({ by, kind })),
    [{ by: 'bob', kind: '👏' }],
  )
  const faded = new Promise<void>((resolve) => {
    room.subscribe(() => call().reactions.length === 0 && resolve())
  })
  t.mock.timers.tick(5000)
  await faded
  assert.deepEqual(call().reactions, [])
})

test('what is no such signal, or of nobody who is there, changes nothing', async (t) => {
  const { platform, room } = await inCall(t)
  const before = room.state
  const strange = [
    '',
    'null',
    '{}',
    '{"id":1,"text":"x"}',
    '{"id":"1","text":""}',
    '{"reaction":"☠️"}',
  ]
  for (const data of strange) {
    for (const type of ['ot-room.message', 'ot-room.reaction', 'ot-room.other', 'chat']) {
      platform.receive({ type, data, from: 'bob' })
    }
  }
  platform.receive({ type: 'ot-room.message', data: '{"id":"1","text":"x"}', from: 'nobody' })
  platform.receive({ type: 'ot-room.message', data: '{"id":"1","text":"x"}', from: undefined })
  assert.equal(room.state, before)
})

test('nobody talks outside of a call', async (t) => {
  const { room } = await inCall(t)
  room.leave()
  assert.equal(room.talk, undefined)
})
