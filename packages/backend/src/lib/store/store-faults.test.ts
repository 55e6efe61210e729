import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBackend } from '../backend.ts'
import { createRooms } from '../rooms/rooms.ts'
import { memoryStore } from '../stores/memory.ts'
import { countingPlatform } from '../testing/counting-platform.ts'
import { fakePlatform } from '../testing/fake-platform.ts'
import type { Reading, Store } from './store.ts'

const joining = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }

test('a store that stays silent is given up after 5 seconds (CON-06)', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  let asked = (): void => {}
  const isAsked = new Promise<void>((resolve) => (asked = resolve))
  const silent = () => {
    asked()
    return new Promise<never>(() => {})
  }
  const { video, created } = fakePlatform()
  const app = createBackend({ video, public: true, store: { read: silent, swap: silent } })
  const answer = app.request('/rooms/a/join', joining)
  await isAsked
  t.mock.timers.tick(5000)
  const response = await answer
  assert.equal(response.status, 503)
  assert.equal((await response.json()).code, 'store-unavailable')
  assert.equal(created(), 0)
})

test('a write that happens but whose answer gets lost poisons no room and splits none (CON-06)', async () => {
  for (let lost = 1; lost <= 4; lost += 1) {
    const memory = memoryStore()
    let writes = 0
    const store: Store = {
      read: (key) => memory.read(key),
      async swap(key, swap) {
        const done = await memory.swap(key, swap)
        if (++writes === lost) throw new Error('connection reset')
        return done
      },
    }
    const platform = countingPlatform()
    const rooms = createRooms(store, { leaseMs: 50 })
    const join = () => rooms.sessionOf('a', platform).catch(() => undefined)
    const first = await Promise.all(Array.from({ length: 20 }, join))
    const later = await Promise.all(Array.from({ length: 20 }, join))
    const sessions = new Set([...first, ...later].flatMap((found) => found?.sessionId ?? []))
    assert.equal(sessions.size, 1, `write ${lost}`)
    assert.ok(later.every((found) => found !== undefined))
  }
})

test('reads that are out of date split no room (CON-06)', async () => {
  for (let round = 0; round < 5; round += 1) {
    const memory = memoryStore()
    const past = new Map<string, Reading[]>()
    const store: Store = {
      async read(key) {
        const now = await memory.read(key)
        const known = past.get(key) ?? []
        past.set(key, [...known, now])
        const old = known[Math.floor(Math.random() * known.length)]
        return old !== undefined && Math.random() < 0.2 ? old : now
      },
      swap: (key, swap) => memory.swap(key, swap),
    }
    const platform = countingPlatform()
    const processes = Array.from({ length: 5 }, () => createRooms(store, { leaseMs: 300 }))
    const found = await Promise.all(
      processes.flatMap((rooms) =>
        Array.from({ length: 20 }, () => rooms.sessionOf('a', platform).catch(() => undefined)),
      ),
    )
    const sessions = new Set(found.flatMap((session) => session?.sessionId ?? []))
    // Others may have been created: of a leader that was shown the past and taken for dead.
    assert.equal(sessions.size, 1)
  }
})
