import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBackend } from '../backend.ts'
import { memoryStore } from '../stores/memory.ts'
import { fakePlatform } from '../testing/fake-platform.ts'
import { canonicalRoomName } from './room-name.ts'
import { unguessableRoom } from './unguessable-room.ts'

const joining = (who: string) => ({
  method: 'POST',
  body: '{}',
  headers: { 'Content-Type': 'application/json', 'x-who': who },
})

/** How far the ranks of two samples are from those of one, in standard deviations (Mann and Whitney). */
function difference(one: readonly number[], other: readonly number[]): number {
  const all = [
    ...one.map((ms) => ({ ms, mine: true })),
    ...other.map((ms) => ({ ms, mine: false })),
  ]
  all.sort((a, b) => a.ms - b.ms)
  const ranks = all.reduce((sum, { mine }, index) => sum + (mine ? index + 1 : 0), 0)
  const expected = (one.length * (all.length + 1)) / 2
  const deviation = Math.sqrt((one.length * other.length * (all.length + 1)) / 12)
  return Math.abs(ranks - expected) / deviation
}

test('who may not enter learns neither by words nor by time whether there is such a room (SEC-07)', async () => {
  const { video } = fakePlatform()
  const store = memoryStore()
  const app = createBackend({
    video,
    store,
    authorize: (request) => ({ allow: request.headers.get('x-who') === 'member' }) as const,
  })
  assert.equal((await app.request('/rooms/known/join', joining('member'))).status, 200)
  const seen = async (room: string) => {
    const started = performance.now()
    const response = await app.request(`/rooms/${room}/join`, joining('stranger'))
    const ms = performance.now() - started
    const { status, headers } = response
    const said = [...headers].filter(([name]) => !/^(traceparent|server-timing)$/.test(name))
    return { ms, told: JSON.stringify([status, said, await response.text()]) }
  }
  const times: Record<string, number[]> = { known: [], other: [] }
  const told = new Set<string>()
  for (let n = 0; n < 2000; n += 1) {
    const room = Math.random() < 0.5 ? 'known' : 'other'
    const answer = await seen(room)
    told.add(answer.told)
    times[room]?.push(answer.ms)
  }
  assert.equal(told.size, 1, [...told].join('\n'))
  assert.match([...told][0] ?? '', /^\[403,/)
  // By chance alone it is beyond six in two of a thousand million runs.
  assert.ok(difference(times.known ?? [], times.other ?? []) < 6)
})

test('a difference in time would be noticed', () => {
  const sample = (slower: number) => Array.from({ length: 1000 }, () => Math.random() + slower)
  assert.ok(difference(sample(0), sample(0)) < 6)
  assert.ok(difference(sample(0), sample(0.15)) > 6)
})

test('of a million names for rooms none comes twice, and every character is as likely at every place (SEC-08)', () => {
  const names = new Set<string>()
  const counts = Array.from({ length: 26 }, () => new Map<string, number>())
  for (let n = 0; n < 1_000_000; n += 1) {
    const name = unguessableRoom()
    names.add(name)
    for (let at = 0; at < 26; at += 1) {
      const letter = name[at] ?? ''
      counts[at]?.set(letter, (counts[at]?.get(letter) ?? 0) + 1)
    }
  }
  assert.equal(names.size, 1_000_000)
  const [name = ''] = names
  assert.equal(canonicalRoomName(name), name)
  const expected = 1_000_000 / 32
  for (const [at, found] of counts.entries()) {
    assert.equal(found.size, 32)
    const chi = [...found.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
    // 31 degrees of freedom: beyond 120 by chance once in thousands of millions.
    assert.ok(chi < 120, `place ${at}: ${chi}`)
  }
})
