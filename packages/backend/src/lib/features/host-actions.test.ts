import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createVideoApi } from '@ot-room/video-api'
import { createBackend } from '../backend.ts'
import { roomPolicies } from '../policy/room-policies.ts'
import { apiSecret, fakePlatform } from '../testing/fake-platform.ts'
import { hostBackend } from '../testing/host-backend.ts'
import { broadcasting } from './broadcasting/broadcasting.ts'
import { captions } from './captions/captions.ts'
import { recording } from './recording/recording.ts'
import { telephony } from './telephony/telephony.ts'

const session = { mediaMode: 'routed' } as const
const archiveId = 'b40ef09b-3811-4726-b508-e41a0f96c68f'

/** A platform with one archive, and what it was asked. */
function platform({ archiveOf = '1_session1', refuse = 0, ended = false } = {}) {
  const asked: string[] = []
  const archive = { id: archiveId, status: 'started', sessionId: archiveOf, createdAt: 1000 }
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    const { pathname } = new URL(url instanceof Request ? url.url : url)
    if (pathname === '/session/create') return Response.json([{ session_id: '1_session1' }])
    const path = pathname.replace('/v2/project/100', '')
    asked.push(`${init?.method} ${path}`)
    if (refuse) return Response.json({ code: refuse, message: 'no' }, { status: refuse })
    if (ended && path.endsWith('/stop')) return Response.json({ code: 404 }, { status: 404 })
    if (path.startsWith('/captions')) return Response.json({ captionsId: 'cap-1' }, { status: 202 })
    if (path === '/dial') return Response.json({ id: 'x', connectionId: 'c9', streamId: 's9' })
    if (init?.method === 'DELETE') return new Response(undefined, { status: 204 })
    if (path.endsWith('/archive') && init?.method === 'GET') {
      return Response.json({ count: 1, items: [archive] })
    }
    return Response.json(archive)
  }
  return { video: createVideoApi({ apiKey: '100', apiSecret, fetch }), asked }
}

test('a host records, lists, stops and deletes', async () => {
  const { video, asked } = platform()
  const ask = hostBackend({ video, session, features: [recording(video)] })
  const host = { as: 'host' }
  assert.equal((await ask('/rooms/a/recordings', host)).code, 'room-empty')
  await ask('/rooms/a/join')
  const started = await ask('/rooms/a/recordings', { ...host, body: { name: 'Lesson' } })
  assert.equal(started.recording, archiveId)
  const { recordings } = await ask('/rooms/a/recordings', { ...host, method: 'GET' })
  assert.equal(recordings?.length, 1)
  assert.equal((await ask(`/rooms/a/recordings/${archiveId}/stop`, host)).status, 200)
  assert.equal((await ask(`/rooms/a/recordings/${archiveId}/delete`, host)).status, 204)
  assert.deepEqual(asked, [
    'POST /archive',
    'GET /archive',
    `GET /archive/${archiveId}`,
    `POST /archive/${archiveId}/stop`,
    `GET /archive/${archiveId}`,
    `DELETE /archive/${archiveId}`,
  ])
})

test('a recording of another room is as if it were nowhere (SEC-06)', async () => {
  const other = platform({ archiveOf: '1_other' })
  const none = platform({ refuse: 404 })
  const answers = await Promise.all(
    [other, none].map(async ({ video }) => {
      const ask = hostBackend({ video, session, features: [recording(video)] })
      await ask('/rooms/a/join')
      return ask(`/rooms/a/recordings/${archiveId}/delete`, { as: 'host' })
    }),
  )
  assert.equal(answers[0]?.status, 404)
  assert.deepEqual(answers[0], answers[1])
  assert.ok(!other.asked.some((asked) => asked.startsWith('DELETE')))
})

test('an id that would climb out of the platform’s path is no id (SEC-25)', async () => {
  const { video, asked } = platform()
  const ask = hostBackend({ video, session, features: [recording(video)] })
  await ask('/rooms/a/join')
  for (const id of ['..%2f..%2fsession', '%3fcount=1', 'a%23b', '%2e%2e']) {
    await ask(`/rooms/a/recordings/${id}/stop`, { as: 'host' })
  }
  for (const path of asked)
    assert.match(path, /^GET \/archive\/[^/?#]*$|^POST \/archive\/b40[^/]*\/stop$/)
})

test('nobody but hosts records, sends, captions or calls', async () => {
  const { video, asked } = platform()
  const features = [
    recording(video),
    broadcasting(video),
    captions(video),
    telephony(video, { addressOf: (number) => ({ uri: `sip:${number}@sip.example` }) }),
  ]
  const ask = hostBackend({ video, session, features })
  await ask('/rooms/a/join')
  for (const path of ['recordings', 'broadcasts', 'captions', 'captions/stop', 'dial']) {
    const body = { number: '+49301234' }
    assert.equal((await ask(`/rooms/a/${path}`, { body })).code, 'hosts-only', path)
  }
  assert.deepEqual(asked, [])
})

test('captions end by what was remembered of them, and everybody is told', async () => {
  const { video, asked } = platform()
  const ask = hostBackend({ video, session, features: [captions(video)] })
  assert.equal((await ask('/rooms/a/join')).captions, undefined)
  assert.equal((await ask('/rooms/a/captions/stop', { as: 'host' })).code, 'conflict')
  const german = { as: 'host', body: { language: 'de-DE' } }
  assert.equal((await ask('/rooms/a/captions', german)).status, 204)
  assert.equal((await ask('/rooms/a/join')).captions, 'de-DE')
  assert.equal((await ask('/rooms/a/captions/stop', { as: 'host' })).status, 204)
  assert.equal((await ask('/rooms/a/join')).captions, undefined)
  assert.deepEqual(asked, [
    'POST /captions',
    'POST /session/1_session1/signal',
    'POST /captions/cap-1/stop',
    'POST /session/1_session1/signal',
  ])
})

test('captions that the platform has ended by itself are ended for everybody', async () => {
  const { video, asked } = platform({ ended: true })
  const ask = hostBackend({ video, session, features: [captions(video)] })
  await ask('/rooms/a/join')
  assert.equal((await ask('/rooms/a/captions', { as: 'host' })).status, 204)
  assert.equal((await ask('/rooms/a/captions/stop', { as: 'host' })).status, 204)
  assert.equal(asked.at(-1), 'POST /session/1_session1/signal')
})

test('a telephone is called at the address the site makes of a number, and at no other (SEC-24)', async () => {
  const { video, asked } = platform()
  const addressOf = (number: string) =>
    number.startsWith('+49') ? { uri: `sip:${number}@sip.example` } : undefined
  const ask = hostBackend({ video, session, features: [telephony(video, { addressOf })] })
  await ask('/rooms/a/join')
  const call = await ask('/rooms/a/dial', { as: 'host', body: { number: '+49301234' } })
  assert.equal(call.connection, 'c9')
  for (const number of ['+1900555', 'sip:evil@169.254.169.254', '+49@evil', '+49\r\nX: y']) {
    const refused = await ask('/rooms/a/dial', { as: 'host', body: { number } })
    assert.equal(refused.code, 'body-invalid', number)
  }
  assert.equal(asked.length, 1)
})

test('what the platform refuses a host is told as a conflict, not as a failure', async () => {
  const { video } = platform({ refuse: 409 })
  const ask = hostBackend({ video, session, features: [recording(video)] })
  await ask('/rooms/a/join')
  assert.equal((await ask('/rooms/a/recordings', { as: 'host' })).code, 'conflict')
})

test('what needs routed sessions is refused where they are relayed, when the backend is made', () => {
  const { video } = fakePlatform()
  const features = [recording(video)]
  const make = (options: object) => createBackend({ video, public: true, features, ...options })
  assert.throws(() => make({}), /recording needs routed sessions/)
  assert.doesNotThrow(() => make({ session }))
  const relayed = { rooms: 'quiet-*', session: { mediaMode: 'relayed' } } as const
  assert.throws(
    () => make({ session, policies: roomPolicies([relayed]) }),
    /policies\[0\]\.session/,
  )
  const without = roomPolicies([{ ...relayed, features: [] }])
  assert.doesNotThrow(() => make({ session, policies: without }))
})

test('a feature that a policy leaves out is not to be had in its rooms', async () => {
  const { video, asked } = platform()
  const policies = roomPolicies([{ rooms: 'b', features: [] }])
  const ask = hostBackend({ video, session, policies, features: [recording(video)] })
  await ask('/rooms/b/join')
  assert.equal((await ask('/rooms/b/recordings', { as: 'host' })).code, 'feature-off')
  assert.deepEqual(asked, [])
})
