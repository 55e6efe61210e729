import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createVideoApi } from '@ot-room/video-api'
import type { SessionOptions } from '@ot-room/video-api'
import { apiSecret } from '../../testing/fake-platform.ts'
import { hostBackend } from '../../testing/host-backend.ts'
import { meetings } from '../moderation/meetings.ts'
import { recording } from './recording.ts'

/** A platform that makes sessions and archives, and finds the archives of a session. */
function recordedRoom(session: SessionOptions) {
  const archives = new Map<string, string>()
  let sessions = 0
  const fetch = async (given: string | URL | Request, init?: RequestInit) => {
    const { pathname, searchParams } = new URL(given instanceof Request ? given.url : given)
    const described = (id: string) => {
      const sessionId = archives.get(id)
      return { id, status: 'available', sessionId, createdAt: 1000 }
    }
    if (pathname === '/session/create') {
      const session = `1_session${(sessions += 1)}`
      archives.set(`by itself in ${session}`, session)
      return Response.json([{ session_id: session }])
    }
    if (pathname.includes('/connection')) return Response.json({ count: 0, items: [] })
    const id = decodeURIComponent(/\/archive\/([^/]+)/.exec(pathname)?.[1] ?? '')
    if (id !== '') return Response.json(archives.has(id) ? described(id) : {})
    if (init?.method === 'POST') {
      const { sessionId } = JSON.parse(await new Response(init.body).text())
      archives.set(`begun in ${sessionId}`, sessionId)
      return Response.json(described(`begun in ${sessionId}`))
    }
    const items = [...archives].filter(([, of]) => of === searchParams.get('sessionId'))
    return Response.json({ count: items.length, items: items.map(([id]) => described(id)) })
  }
  const video = createVideoApi({ apiKey: '100', apiSecret, fetch })
  const ask = hostBackend({ video, session, features: [recording(video), meetings(video)] })
  const list = async (room: string) => {
    const answer = await ask(`/rooms/${room}/recordings`, { as: 'host', method: 'GET' })
    const recordings = answer.recordings as unknown as readonly { recording: string }[]
    return recordings.map(({ recording }) => recording)
  }
  const meet = async (room: string, record: 'begun' | 'not begun') => {
    await ask(`/rooms/${room}/join`)
    if (record === 'begun') await ask(`/rooms/${room}/recordings`, { as: 'host' })
    await ask(`/rooms/${room}/end`, { as: 'host' })
  }
  return { ask, list, meet }
}

test('what was recorded in earlier meetings of a room is listed and can be deleted, and of other rooms not', async () => {
  const { ask, list, meet } = recordedRoom({ mediaMode: 'routed' })
  await meet('a', 'begun')
  await meet('b', 'begun')
  await meet('a', 'begun')
  const kept = (await list('a')).filter((id) => id.startsWith('begun'))
  assert.deepEqual(kept, ['begun in 1_session3', 'begun in 1_session1'])
  const remove = async (room: string, id: string) => {
    const path = `/rooms/${room}/recordings/${encodeURIComponent(id)}/delete`
    return (await ask(path, { as: 'host' })).status
  }
  assert.equal(await remove('a', 'begun in 1_session1'), 204)
  assert.equal(await remove('a', 'begun in 1_session2'), 404)
  assert.equal(await remove('b', 'begun in 1_session1'), 404)
})

test('what the platform has recorded by itself is found as well', async () => {
  const { list, meet } = recordedRoom({ mediaMode: 'routed', archiveMode: 'always' })
  await meet('a', 'not begun')
  await meet('a', 'not begun')
  assert.deepEqual(await list('a'), ['by itself in 1_session2', 'by itself in 1_session1'])
})

test('of many recorded meetings the last ten are remembered', async () => {
  const { list, meet } = recordedRoom({ mediaMode: 'routed' })
  for (let n = 0; n < 12; n += 1) await meet('a', 'begun')
  const begun = (await list('a')).filter((id) => id.startsWith('begun'))
  assert.deepEqual(
    begun,
    Array.from({ length: 10 }, (_, n) => `begun in 1_session${12 - n}`),
  )
})
