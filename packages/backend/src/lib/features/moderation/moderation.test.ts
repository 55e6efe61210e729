import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fakePlatform } from '../../testing/fake-platform.ts'
import { hostBackend } from '../../testing/host-backend.ts'
import { meetings } from './meetings.ts'
import { moderation } from './moderation.ts'

/** A backend with moderation, and what it asks of the platform about people. */
function moderated() {
  const { video } = fakePlatform()
  const asked: string[] = []
  const connections = {
    async list() {
      return { count: 2, items: [{ connectionId: 'c1' }, { connectionId: 'c2' }] }
    },
    async disconnect(session: string, connection: string) {
      asked.push(`disconnect ${session} ${connection}`)
    },
  }
  const streams = {
    ...video.streams,
    muteAll: async (session: string) => void asked.push(`mute ${session}`),
    endMuteAll: async (session: string) => void asked.push(`unmute ${session}`),
  }
  const platform = { ...video, connections, streams }
  const features = [moderation(platform), meetings(platform)]
  return { ask: hostBackend({ video: platform, features }), asked }
}

test('only hosts may do what hosts do', async () => {
  const { ask, asked } = moderated()
  for (const [action, body] of [
    ['lock', { locked: true }],
    ['remove', { connection: 'c1' }],
    ['ban', { visitor: 'x' }],
    ['unban', { visitor: 'x' }],
    ['mute', { muted: true }],
    ['end', {}],
  ] as const) {
    const refused = await ask(`/rooms/a/${action}`, { body })
    assert.equal(refused.status, 403, action)
    assert.equal(refused.code, 'hosts-only')
    const read = await ask(`/rooms/a/${action}`, { as: 'host', method: 'GET' })
    assert.equal(read.status, 405, action)
  }
  assert.deepEqual(asked, [])
})

test('a visitor who was banned gets no token any more, and is put out (SEC-06)', async () => {
  const { ask, asked } = moderated()
  const { visitor = '', sessionId } = await ask('/rooms/a/join', { as: 'mallory' })
  assert.equal((await ask('/rooms/a/join', { as: 'ada' })).status, 200)
  const banned = await ask('/rooms/a/ban', { as: 'host', body: { visitor, connection: 'c1' } })
  assert.equal(banned.status, 204)
  assert.deepEqual(asked, [`disconnect ${sessionId} c1`])
  assert.equal((await ask('/rooms/a/join', { as: 'mallory' })).code, 'banned')
  assert.equal((await ask('/rooms/a/join', { as: 'ada' })).status, 200)
  assert.equal((await ask('/rooms/b/join', { as: 'mallory' })).status, 200)
  await ask('/rooms/a/unban', { as: 'host', body: { visitor } })
  assert.equal((await ask('/rooms/a/join', { as: 'mallory' })).status, 200)
})

test('a visitor’s id says nothing about who it is, and is another one in another room', async () => {
  const { ask } = moderated()
  const { visitor } = await ask('/rooms/a/join', { as: 'mallory' })
  assert.match(visitor ?? '', /^[\w-]{22}$/)
  assert.equal((await ask('/rooms/a/join', { as: 'mallory' })).visitor, visitor)
  assert.notEqual((await ask('/rooms/b/join', { as: 'mallory' })).visitor, visitor)
})

test('into a locked room only hosts come', async () => {
  const { ask } = moderated()
  await ask('/rooms/a/lock', { as: 'host', body: { locked: true } })
  assert.equal((await ask('/rooms/a/join')).code, 'room-locked')
  assert.equal((await ask('/rooms/a/join', { as: 'host' })).status, 200)
  await ask('/rooms/a/lock', { as: 'host', body: { locked: false } })
  assert.equal((await ask('/rooms/a/join')).status, 200)
})

test('a host mutes everybody and ends that', async () => {
  const { ask, asked } = moderated()
  assert.equal(
    (await ask('/rooms/a/mute', { as: 'host', body: { muted: true } })).code,
    'room-empty',
  )
  const { sessionId } = await ask('/rooms/a/join')
  await ask('/rooms/a/mute', { as: 'host', body: { muted: true } })
  await ask('/rooms/a/mute', { as: 'host', body: { muted: false } })
  assert.deepEqual(asked, [`mute ${sessionId}`, `unmute ${sessionId}`])
})

test('after the end of a meeting nobody gets its session any more (SEC-11)', async () => {
  const { ask, asked } = moderated()
  const { sessionId } = await ask('/rooms/a/join')
  assert.equal((await ask('/rooms/a/join')).sessionId, sessionId)
  assert.equal((await ask('/rooms/a/end', { as: 'host' })).status, 204)
  assert.deepEqual(asked, [`disconnect ${sessionId} c1`, `disconnect ${sessionId} c2`])
  const next = await ask('/rooms/a/join')
  assert.equal(next.status, 200)
  assert.notEqual(next.sessionId, sessionId)
})

test('what a body says must be what the description says', async () => {
  const { ask } = moderated()
  for (const body of [{}, { locked: 'yes' }, { locked: 1 }]) {
    const refused = await ask('/rooms/a/lock', { as: 'host', body })
    assert.equal(refused.code, 'body-invalid')
    assert.match(refused.detail ?? '', /"locked" must be true or false/)
  }
})
