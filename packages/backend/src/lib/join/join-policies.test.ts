import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createVideoApi } from '@ot-room/video-api'
import type { VideoApi } from '@ot-room/video-api'
import { decodeJwt } from 'jose'
import { createBackend } from '../backend.ts'
import type { BackendOptions } from '../backend-options.ts'
import { roomPolicies } from '../policy/room-policies.ts'
import type { RoomPolicy } from '../policy/room-policy.ts'
import { memoryStore } from '../stores/memory.ts'
import { apiSecret, fakePlatform } from '../testing/fake-platform.ts'
import { cloudflareAddress } from '../visit/address.ts'

type Options = Partial<Omit<BackendOptions, 'policies'>> & { policies?: RoomPolicy[] }

/** A backend in which the header says who somebody is. */
function backend({ policies = [], ...options }: Options) {
  const app = createBackend({
    video: fakePlatform().video,
    authorize: (request) => {
      const role = request.headers.get('x-test') === 'host' ? 'moderator' : 'publisher'
      return { allow: true, role }
    },
    policies: roomPolicies(policies),
    ...options,
  } as BackendOptions)
  return async (room: string, headers: Record<string, string> = {}) => {
    const response = await app.request(`/rooms/${room}/join`, {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json', ...headers },
    })
    return { status: response.status, ...(await response.json()) }
  }
}

const host = { 'x-test': 'host' }

test('before a host has come nobody else gets in, and then everybody does', async () => {
  const { video, created } = fakePlatform()
  const join = backend({ video, policies: [{ rooms: 'a', hostStarts: true }] })
  const early = await join('a')
  assert.equal(early.code, 'host-not-here')
  assert.equal(created(), 0)
  const { sessionId } = await join('a', host)
  assert.equal((await join('a')).sessionId, sessionId)
  assert.equal((await join('b')).status, 200)
})

test('a room that is not open lets nobody in, and its tokens do not outlive it', async () => {
  const soon = new Date(Date.now() + 120_000).toISOString()
  const join = backend({
    policies: [
      { rooms: 'over', opening: { until: '2020-01-01T00:00:00Z' } },
      { rooms: 'soon-over', opening: { until: soon } },
    ],
  })
  assert.equal((await join('over', host)).code, 'room-closed')
  const { token } = await join('soon-over')
  const { exp = 0, iat = 0 } = decodeJwt(token)
  assert.ok(exp - iat <= 120 && exp - iat >= 100, `${exp - iat} seconds`)
})

test('a session whose time is over is replaced for newcomers (SEC-11)', async () => {
  let now = Date.now()
  const join = backend({
    store: memoryStore({ now: () => now }),
    policies: [{ rooms: 'a', sessionLifetime: 3600 }],
  })
  const first = await join('a')
  now += 3_599_000
  assert.equal((await join('a')).sessionId, first.sessionId)
  now += 1000
  const second = await join('a')
  assert.notEqual(second.sessionId, first.sessionId)
  assert.equal((await join('a')).sessionId, second.sessionId)
})

test('what a policy says of sessions does not change one that exists (SEC-12)', async () => {
  const store = memoryStore()
  const before = backend({ store })
  const after = backend({ store, policies: [{ rooms: 'a', session: { mediaMode: 'routed' } }] })
  const { sessionId, mediaMode } = await before('a')
  const later = await after('a')
  assert.deepEqual({ sessionId, mediaMode }, { sessionId: later.sessionId, mediaMode: 'relayed' })
  assert.equal(later.mediaMode, 'relayed')
})

test('a visitor of an encrypted room is told so', async () => {
  const join = backend({ policies: [{ rooms: 'a', session: { mediaMode: 'routed', e2ee: true } }] })
  assert.equal((await join('a')).e2ee, true)
  assert.ok(!('e2ee' in (await join('b'))))
})

test('the first visitor’s public address is the hint where the session shall be', async () => {
  const forms: string[] = []
  const fetch = async (_: unknown, init?: RequestInit) => {
    forms.push(await new Response(init?.body ?? '').text())
    return Response.json([{ session_id: `1_${forms.length}` }])
  }
  const video = createVideoApi({ apiKey: '100', apiSecret, fetch })
  const policies = [{ rooms: 'near-*', nearFirstVisitor: true }]
  const join = backend({ video, policies, address: cloudflareAddress })
  await join('near-1', { 'cf-connecting-ip': '93.184.216.34' })
  for (const address of ['10.0.0.1', '192.168.1.1', '127.0.0.1', '2001:db8::1', 'x', '1.2.3.999']) {
    await join(`near-${forms.length + 1}`, { 'cf-connecting-ip': address })
  }
  await join('far', { 'cf-connecting-ip': '93.184.216.34' })
  assert.match(forms[0] ?? '', /location=93\.184\.216\.34/)
  for (const form of forms.slice(1)) assert.doesNotMatch(form, /location=\d/)
})

/** A platform that says who is connected. */
function platformWith(connectedSince: number[]): BackendOptions['video'] {
  const { video } = fakePlatform()
  const list: VideoApi['connections']['list'] = async () => ({
    count: connectedSince.length,
    items: connectedSince.map((createdAt) => ({ connectionId: `${createdAt}`, createdAt })),
  })
  return { ...video, connections: { ...video.connections, list } }
}

test('of 1000 who want into a room for 20 at once, 20 get in (CON-09)', async () => {
  const join = backend({ video: platformWith([]), policies: [{ rooms: 'a', maxPeople: 20 }] })
  const joins = await Promise.all(Array.from({ length: 1000 }, () => join('a')))
  assert.equal(joins.filter(({ status }) => status === 200).length, 20)
  assert.equal(joins.filter(({ code }) => code === 'room-full').length, 980)
})

test('who is connected takes the place of their token; who has left takes none', async () => {
  const connectedSince: number[] = []
  const join = backend({
    video: platformWith(connectedSince),
    store: memoryStore(),
    policies: [{ rooms: 'a', maxPeople: 2 }],
  })
  await join('a')
  connectedSince.push(Date.now())
  assert.equal((await join('a')).status, 200)
  connectedSince.push(Date.now())
  assert.equal((await join('a')).code, 'room-full')
})

test('limits that could not be kept are refused when the backend is made', () => {
  const { createSession, generateToken, applicationId } = fakePlatform().video
  const small = { createSession, generateToken, applicationId }
  const policies = [{ rooms: 'a', maxPeople: 2 }]
  assert.throws(() => backend({ video: small, policies }), /policies\[0\]\.maxPeople needs/)
  const near = [{ rooms: 'a', nearFirstVisitor: true }]
  assert.throws(() => backend({ policies: near }), /nearFirstVisitor needs the address/)
  assert.throws(() => backend({ policies: [{ rooms: 'a', features: ['x'] }] }), /there are none/)
  assert.throws(
    () => createBackend({ public: true, video: small, policies } as never),
    /roomPolicies/,
  )
})

test('Workers KV is refused as the store, and taken as a cache (CON-06)', async () => {
  const kv = { get: async () => null, put: async () => {}, list: async () => {} }
  assert.throws(() => backend({ store: kv as never }), /Workers KV cannot be the store/)
})
