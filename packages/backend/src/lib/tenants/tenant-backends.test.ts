import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createVideoApi } from '@ot-room/video-api'
import { memoryStore } from '../stores/memory.ts'
import { apiSecret } from '../testing/fake-platform.ts'
import { tenantBackends } from './tenant-backends.ts'

const joining = (tenant: string, room: string) =>
  new Request(`https://rooms.example/rooms/${room}/join`, {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'application/json', 'x-tenant': tenant },
  })

/** A server for everybody whose name begins with t. */
function server() {
  let created = 0
  let made = 0
  const store = memoryStore()
  const keys: string[] = []
  const watched = {
    read: (key: string) => store.read(key),
    swap: (key: string, swap: Parameters<typeof store.swap>[1]) => {
      keys.push(key)
      return store.swap(key, swap)
    },
  }
  const backends = tenantBackends({
    store: watched,
    tenantOf: (request) => request.headers.get('x-tenant') ?? undefined,
    backendOf(tenant) {
      if (!tenant.startsWith('t')) return undefined
      made += 1
      const fetch = async () => Response.json([{ session_id: `1_${tenant}_${++created}` }])
      return { video: createVideoApi({ apiKey: '100', apiSecret, fetch }), public: true }
    },
  })
  return { backends, keys, made: () => made, created: () => created }
}

test('tenants with rooms of the same names never meet (SEC-44)', async () => {
  const { backends, created, made } = server()
  const names = ['t', 't1', 't/', 't%2F', 't/session', 't:a', 'té', 't__proto__']
  const found = new Map<string, Set<string>>()
  await Promise.all(
    Array.from({ length: 10_000 }, async (_, n) => {
      const tenant = names[n % names.length] ?? ''
      const room = `room-${n % 20}`
      const { sessionId } = await (await backends.fetch(joining(tenant, room))).json()
      const key = `${tenant} ${room}`
      found.set(key, (found.get(key) ?? new Set()).add(sessionId))
    }),
  )
  const everything = new Set<string>()
  for (const [key, sessions] of found) {
    assert.equal(sessions.size, 1, key)
    const [session = ''] = sessions
    assert.ok(session.startsWith(`1_${key.split(' ')[0]}_`), `${key} got ${session}`)
    everything.add(session)
  }
  assert.equal(everything.size, found.size)
  assert.equal(created(), found.size)
  assert.equal(made(), names.length)
})

test('no name of a tenant can make a key of another (SEC-44)', async () => {
  const { backends, keys } = server()
  await backends.fetch(joining('t/session', 'a'))
  await backends.fetch(joining('t', 'a'))
  assert.deepEqual([...new Set(keys)].toSorted(), ['t%2Fsession/session/a', 't/session/a'])
})

test('a tenant who is not there is as if the address were not', async () => {
  const { backends } = server()
  for (const request of [joining('nobody', 'a'), new Request('https://rooms.example/')]) {
    const response = await backends.fetch(request)
    assert.equal(response.status, 404)
    assert.equal((await response.json()).code, 'route-unknown')
  }
})
