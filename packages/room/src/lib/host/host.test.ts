import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { createFakeBackend, type FakeAnswer } from '../testing/fake-backend.ts'
import { createFakePlatform } from '../testing/fake-platform.ts'
import { callOf } from '../state/room-state.ts'
import { Room } from '../room/room.ts'

const bob = { id: 'bob', name: 'Bob', visitor: 'v1' }

async function asHost(
  t: TestContext,
  answer: FakeAnswer = { status: 204 },
  features = ['moderation', 'recording', 'meetings'],
) {
  const platform = createFakePlatform({ self: { id: 'self', name: 'Ada' } })
  const body = { applicationId: 'a', sessionId: 's', token: 't', role: 'moderator', features }
  const backend = createFakeBackend((url) => (url.endsWith('/join') ? { body } : answer))
  const endpoint = 'https://rooms.example'
  const room = new Room({ room: 'tea', endpoint, platform, fetch: backend.fetch })
  t.after(() => room.leave())
  await room.join()
  platform.arrive(bob)
  const asked = () =>
    backend.requests.slice(1).map(({ url, body }) => [url.split('/tea/')[1], body])
  return { platform, room, asked, host: room.host ?? assert.fail('This is no host.') }
}

test('a host puts somebody out by the backend, which ends what it gave them', async (t) => {
  const { host, platform, asked } = await asHost(t)
  await host.remove('bob')
  assert.deepEqual(asked(), [['remove', { connection: 'bob', visitor: 'v1' }]])
  assert.deepEqual(platform.acts, [])
  const other = await asHost(t, { status: 204 }, ['waiting-room'])
  await other.host.remove('bob')
  assert.deepEqual(other.asked().at(-1), ['send-back', { connection: 'bob', visitor: 'v1' }])
})

test('a host mutes and, where the backend moderates nothing, puts out by the platform', async (t) => {
  const { host, platform, asked } = await asHost(t, { status: 204 }, ['recording'])
  await host.mute('bob')
  await host.muteOthers()
  await host.remove('bob')
  assert.deepEqual(platform.acts, [
    { act: 'mute', of: 'bob' },
    { act: 'mute-others' },
    { act: 'put-out', of: 'bob' },
  ])
  assert.deepEqual(asked(), [])
})

test('a host bans and ends the meeting by the backend', async (t) => {
  const { host, asked } = await asHost(t)
  await host.ban('bob')
  await host.end()
  assert.deepEqual(asked(), [
    ['ban', { visitor: 'v1', connection: 'bob' }],
    ['end', {}],
  ])
})

test('nobody is banned whom the backend would not know again', async (t) => {
  const { host, platform, asked } = await asHost(t)
  platform.arrive({ id: 'eve', name: 'Eve' })
  for (const id of ['eve', 'nobody']) {
    await assert.rejects(host.ban(id), { code: 'action-refused' })
  }
  assert.deepEqual(asked(), [])
})

test('everybody knows what is recorded, and a host stops all of it', async (t) => {
  const { host, room, platform, asked } = await asHost(t)
  await host.startRecording()
  for (const id of ['r1', 'r1', 'r 2']) platform.report({ type: 'recording-began', id })
  assert.deepEqual(callOf(room.state)?.recordings, ['r1', 'r 2'])
  await host.stopRecording()
  assert.deepEqual(asked(), [
    ['recordings', {}],
    ['recordings/r1/stop', {}],
    ['recordings/r%202/stop', {}],
  ])
  platform.report({ type: 'recording-ended', id: 'r1' })
  assert.deepEqual(callOf(room.state)?.recordings, ['r 2'])
})

test('what the backend refuses is an error that says so', async (t) => {
  const { host } = await asHost(t, { status: 404, body: { code: 'feature-off' } })
  await assert.rejects(
    host.startRecording(),
    ({ code, refusal }) => code === 'action-refused' && refusal.code === 'feature-off',
  )
})
