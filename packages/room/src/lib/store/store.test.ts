import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStore } from './store.ts'

test('several changes of one task come as one call with the newest value', async () => {
  const store = createStore({ count: 0 })
  const seen: number[] = []
  store.subscribe(({ count }) => seen.push(count))
  store.set({ count: 1 })
  store.set({ count: 2 })
  assert.equal(store.value.count, 2)
  assert.deepEqual(seen, [])
  await Promise.resolve()
  assert.deepEqual(seen, [2])
})

test('a value cannot be changed from outside, however deep', () => {
  const store = createStore({ list: [{ name: 'a' }] })
  assert.throws(() => store.value.list.push({ name: 'b' }), TypeError)
  assert.throws(() => Object.assign(store.value.list[0] ?? {}, { name: 'c' }), TypeError)
})

test('a listener ends with its signal', async () => {
  const store = createStore({ count: 0 })
  const listening = new AbortController()
  let calls = 0
  store.subscribe(() => (calls += 1), { signal: listening.signal })
  store.set({ count: 1 })
  await Promise.resolve()
  listening.abort()
  store.set({ count: 2 })
  await Promise.resolve()
  assert.equal(calls, 1)
})
