import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFakeBackend, type FakeAnswers } from '../testing/fake-backend.ts'
import { createFakePlatform } from '../testing/fake-platform.ts'
import { callOf, type RoomState } from '../state/room-state.ts'
import { Room } from './room.ts'

const waiting = { status: 409, body: { code: 'waiting', ticket: 'secret-ticket' } }
const asHost = {
  body: {
    applicationId: 'a',
    sessionId: 's',
    token: 't',
    role: 'moderator',
    features: ['waiting-room'],
  },
}

function setUp(answers: FakeAnswers) {
  const platform = createFakePlatform({ self: { id: 'self', name: 'Ada' } })
  const backend = createFakeBackend(answers)
  const endpoint = 'https://rooms.example'
  const room = new Room({ room: 'tea', endpoint, platform, fetch: backend.fetch })
  return { platform, backend, room }
}

/** A waiting room, and the host's word about the one who waits. */
function withHost() {
  const { promise: word, resolve: say } = Promise.withResolvers<'admit' | 'deny'>()
  const setting = setUp(async (_url, body) => {
    if (!(Object(body) as { wait?: boolean }).wait) return waiting
    if ((await word) === 'admit') return {}
    return { status: 403, body: { code: 'denied', detail: 'No.' } }
  })
  return { ...setting, say }
}

function reached(room: Room, condition: (state: RoomState) => boolean): Promise<RoomState> {
  const { promise, resolve } = Promise.withResolvers<RoomState>()
  if (condition(room.state)) resolve(room.state)
  room.subscribe((state) => condition(state) && resolve(state))
  return promise
}

test('who has to wait is let in when a host says so, with the ticket that nobody sees', async () => {
  const { room, backend, say } = withHost()
  const joining = room.join({ name: 'Ada' })
  const state = await reached(room, ({ phase }) => phase === 'waiting')
  assert.ok(Object.isFrozen(state))
  assert.doesNotMatch(JSON.stringify(state), /secret-ticket/)
  say('admit')
  await joining
  assert.equal(room.state.phase, 'connected')
  assert.deepEqual(
    backend.requests.map(({ body }) => body),
    [{ name: 'Ada' }, { name: 'Ada', ticket: 'secret-ticket', wait: true }],
  )
})

test('who is turned away is told so, and knocks anew', async () => {
  const { room, backend, say } = withHost()
  const joining = room.join()
  say('deny')
  await assert.rejects(
    joining,
    ({ code, refusal }) => code === 'join-refused' && refusal.code === 'denied',
  )
  assert.equal(room.state.phase, 'failed')
  const again = room.rejoin()
  await reached(room, ({ phase }) => phase === 'waiting')
  room.leave()
  await assert.rejects(again, { name: 'AbortError' })
  assert.deepEqual(backend.requests[2]?.body, {})
})

test('who gives up waiting is back in the lobby, and keeps the place', async () => {
  const { room, backend } = withHost()
  const joining = room.join()
  await reached(room, ({ phase }) => phase === 'waiting')
  room.leave()
  assert.deepEqual(room.state, { phase: 'lobby' })
  await assert.rejects(joining, { name: 'AbortError' })
  room.join().catch(() => undefined)
  await reached(room, ({ phase }) => phase === 'waiting')
  assert.deepEqual(backend.requests.at(-1)?.body, { ticket: 'secret-ticket' })
  room.leave()
})

test('a network that fails while somebody waits does not cost them the place', async () => {
  let fails = 1
  const { room } = setUp((_url, body) => {
    if (!(Object(body) as { wait?: boolean }).wait) return waiting
    if (fails-- > 0) throw new TypeError('fetch failed')
    return {}
  })
  await room.join()
  assert.equal(room.state.phase, 'connected')
})

test('a host sees who waits, hears of a knock, and lets them in or turns them away', async () => {
  let guests = [{ guest: 'g1', name: 'Bob' }]
  const { room, platform, backend } = setUp((url, body) => {
    const verb = url.split('/').at(-1)
    if (verb === 'join') return asHost
    if (verb === 'waiting') return { body: { guests } }
    const { guest } = Object(body) as { guest?: string }
    guests = guest ? guests.filter((one) => one.guest !== guest) : []
    return { status: 204 }
  })
  const guestsAre = (...names: string[]) =>
    reached(room, (now) => {
      const found = callOf(now)?.guests.map(({ name }) => name)
      return found?.join() === names.join()
    })
  await room.join()
  await guestsAre('Bob')
  guests = [...guests, { guest: 'g2', name: 'Eve' }]
  platform.receive({ type: 'ot-room-waiting', data: '2', from: undefined })
  await guestsAre('Bob', 'Eve')
  await room.host?.deny('g2')
  await guestsAre('Bob')
  await room.host?.admit('g1')
  await guestsAre()
  const acts = backend.requests.filter(({ url }) => /admit|deny/.test(url))
  assert.deepEqual(
    acts.map(({ body }) => body),
    [{ guest: 'g2' }, { guest: 'g1' }],
  )
  room.leave()
})

test('a participant’s signal does not make a host ask, and who is no host asks nothing', async () => {
  const host = setUp((url) => (url.endsWith('/join') ? asHost : { body: { guests: [] } }))
  await host.room.join()
  while (host.backend.requests.length < 2) await new Promise(setImmediate)
  host.platform.receive({ type: 'ot-room-waiting', data: '1', from: 'somebody' })
  // Longer than a host who asks takes to ask.
  await new Promise((resolve) => setTimeout(resolve, 5))
  assert.equal(host.backend.requests.length, 2)
  const guest = setUp(() => ({}))
  await guest.room.join()
  assert.equal(guest.room.host, undefined)
  assert.equal(guest.backend.requests.length, 1)
})

test('a refusal of the backend to let somebody in is an error that says so', async () => {
  const { room } = setUp((url) => {
    if (url.endsWith('/join')) return asHost
    return url.endsWith('/waiting') ? { body: { guests: [] } } : { status: 403, body: {} }
  })
  await room.join()
  await assert.rejects(
    async () => room.host?.admit('g1'),
    ({ code, refusal }) => code === 'action-refused' && refusal.status === 403,
  )
  room.leave()
})
