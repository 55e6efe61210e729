import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBackend } from '../backend.ts'
import { backlog } from '../features/backlog/backlog.ts'
import { waitingRoom } from '../features/waiting/waiting-room.ts'
import { fakePlatform } from '../testing/fake-platform.ts'
import { createBackendClient } from './client.ts'

/** A client of a backend with a waiting room, without a network in between. */
function clientAs(role: 'moderator' | 'publisher', app = backend()) {
  return createBackendClient({
    endpoint: 'https://rooms.example/',
    headers: () => ({ 'x-role': role }),
    fetch: async (input, init) => app.request(input, init),
  })
}

function backend() {
  const { video } = fakePlatform()
  const authorize = (request: Request) => {
    const role = request.headers.get('x-role') === 'moderator' ? 'moderator' : 'publisher'
    return { allow: true, role } as const
  }
  return createBackend({ video, authorize, features: [waitingRoom(video)] })
}

test('a front end of one’s own joins, waits and admits by functions with types', async () => {
  const app = backend()
  const guest = clientAs('publisher', app)
  const host = clientAs('moderator', app)
  const { role, sessionId } = await host.join({ room: 'a', name: 'Ada' })
  assert.equal(role, 'moderator')
  const refused = await guest.join({ room: 'a' }).catch((error: unknown) => error)
  assert.ok(refused instanceof Error && 'code' in refused && 'ticket' in refused)
  assert.equal(refused.code, 'waiting')
  const { guests } = await host.waiting({ room: 'a' })
  await host.admit({ room: 'a', guest: guests[0]?.guest ?? '' })
  const admitted = await guest.join({ room: 'a', ticket: String(refused.ticket) })
  assert.equal(admitted.sessionId, sessionId)
})

test('what a latecomer has missed is read by functions with types', async () => {
  const { video } = fakePlatform()
  const features = [backlog({ secret: 'a secret of this test, 32 characters' })]
  const app = createBackend({ video, public: true, features })
  const guest = clientAs('publisher', app)
  const room = 'a'
  const { pass = '' } = await guest.join({ room, name: 'Ada' })
  const { message } = await guest.say({ room, pass, text: 'Hello' })
  await guest.hand({ room, pass, raised: true })
  const { messages, hands } = await guest.backlog({ room, pass })
  assert.deepEqual(
    messages.map(({ text, name }) => [text, name]),
    [['Hello', 'Ada']],
  )
  assert.equal(hands[0]?.from, messages[0]?.from)
  await guest.unsay({ room, pass, message })
  assert.deepEqual((await guest.backlog({ room, pass })).messages, [])
})

test('rooms with odd names reach the backend as they are', async () => {
  const host = clientAs('moderator')
  assert.equal((await host.join({ room: 'Überraum' })).room, 'überraum')
  await assert.rejects(host.join({ room: '../admin' }), {
    name: 'ProblemError',
    code: 'room-name-invalid',
    status: 400,
  })
})

test('no backend, and one that is not ours, are told apart', async () => {
  const broken = (fetch: typeof globalThis.fetch) =>
    createBackendClient({ endpoint: 'https://rooms.example', fetch }).join({ room: 'a' })
  await assert.rejects(
    broken(async () => Promise.reject(new TypeError('refused'))),
    {
      code: 'unreachable',
      status: 0,
    },
  )
  await assert.rejects(
    broken(async () => new Response('<html>', { status: 200 })),
    {
      code: 'unexpected-answer',
      status: 200,
    },
  )
})
