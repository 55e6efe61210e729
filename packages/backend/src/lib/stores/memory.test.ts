import assert from 'node:assert/strict'
import { test } from 'node:test'
import { storeContract } from '../testing/store-contract.ts'
import { memoryStore } from './memory.ts'

for (const { title, run } of storeContract(() => memoryStore(), { rooms: 300 })) test(title, run)

test('beyond its limit the entry that was not used for longest is forgotten', async () => {
  const store = memoryStore({ maxEntries: 2 })
  for (const key of ['a', 'b']) await store.swap(key, { from: undefined, to: '1' })
  await store.read('a')
  await store.swap('c', { from: undefined, to: '1' })
  const found = await Promise.all(['a', 'b', 'c'].map((key) => store.read(key)))
  assert.deepEqual(
    found.map(({ value }) => value),
    ['1', undefined, '1'],
  )
})

test('no number of entries pushes out what is of another kind, and a ban is never forgotten', async () => {
  const store = memoryStore({ maxEntries: 3 })
  const put = (key: string, eviction: 'first' | 'usual' | 'never') =>
    store.swap(key, { from: undefined, to: '1', eviction })
  await put('ban', 'never')
  await put('session', 'usual')
  for (let n = 0; n < 100; n += 1) await put(`rate ${n}`, 'first')
  assert.equal((await store.read('session')).value, '1')
  for (let n = 0; n < 100; n += 1) await put(`room ${n}`, 'usual')
  assert.equal((await store.read('ban')).value, '1')
  await put('lock', 'never')
  await put('another lock', 'never')
  await assert.rejects(put('one too many', 'never'), /full/)
  assert.equal((await store.read('ban')).value, '1')
  assert.ok(await store.swap('ban', { from: '1', to: '2', eviction: 'never' }))
})

test('a clock that says so ends a lifetime, to the millisecond', async () => {
  let now = 1000
  const store = memoryStore({ now: () => now })
  await store.swap('a', { from: undefined, to: '1', lastsMs: 500 })
  now = 1499
  assert.equal((await store.read('a')).value, '1')
  now = 1500
  assert.equal((await store.read('a')).value, undefined)
})
