import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roomStoreContract } from '../testing/room-store-contract.ts'
import { memoryRoomStore } from './memory.ts'

for (const { title, run } of roomStoreContract(() => memoryRoomStore())) test(title, run)

const session = { sessionId: '1_x', mediaMode: 'relayed' } as const

test('beyond its limit the room that nobody joined for longest is forgotten', async () => {
  const store = memoryRoomStore({ maxRooms: 2 })
  const open = async (room: string) => {
    await store.claim(room, { owner: room, leaseMs: 1000 })
    await store.commit(room, { owner: room, session })
  }
  await open('a')
  await open('b')
  await store.claim('a', { owner: 'visitor', leaseMs: 1000 })
  await open('c')
  const states = await Promise.all(['a', 'b', 'c'].map((room) => store.read(room)))
  assert.deepEqual(
    states.map(({ state }) => state),
    ['ready', 'empty', 'ready'],
  )
})

test('a room that is being created is never forgotten, an abandoned one is', async () => {
  let now = 0
  const store = memoryRoomStore({ maxRooms: 1, now: () => now })
  await store.claim('a', { owner: 'x', leaseMs: 1000 })
  await store.claim('b', { owner: 'y', leaseMs: 5000 })
  assert.equal((await store.read('a')).state, 'creating')
  now = 2000
  await store.claim('c', { owner: 'z', leaseMs: 5000 })
  assert.equal((await store.read('a')).state, 'empty')
  assert.equal((await store.read('b')).state, 'creating')
})
