import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { nobody, peopleIn, seated, settled } from './occupancy.ts'
import type { Occupancy, SeatTerms } from './occupancy.ts'

const seat = (since: number) => ({ since, until: since + 600_000 })
const person = (id: string, since: number) => ({ id, since })
const expecting = (...since: number[]): Occupancy => ({ ...nobody, seats: since.map(seat) })

test('who has a token but is not connected yet is expected', () => {
  assert.equal(peopleIn(settled(expecting(0, 10), [], 20)), 2)
})

test('who has connected with their token is counted once', () => {
  const both = [person('a', 1000), person('b', 61_000)]
  assert.equal(peopleIn(settled(expecting(0, 60_000), both, 70_000)), 2)
  assert.equal(peopleIn(settled(expecting(0, 60_000), [person('b', 61_000)], 70_000)), 2)
})

test('who has come and left is counted no more, though their token is still good', () => {
  const during = settled(expecting(0), [person('a', 1000)], 2000)
  assert.equal(peopleIn(settled(during, [], 3000)), 0)
})

test('who has come takes no second token from the list', () => {
  const during = settled(expecting(0, 100), [person('a', 1000)], 2000)
  assert.equal(peopleIn(settled(during, [person('a', 1000)], 3000)), 2)
})

test('somebody who came before a token was made did not come with it', () => {
  assert.equal(peopleIn(settled(expecting(60_000), [person('a', 1000)], 70_000)), 2)
})

test('a token that admits no more is not waited for', () => {
  assert.deepEqual(settled(expecting(0, 60_000), [], 600_000).seats, [seat(60_000)])
})

/** Takes seats one after another; what came of each. */
function take(...wanted: readonly Partial<SeatTerms>[]): readonly string[] {
  let occupancy = nobody
  return wanted.map((terms, at) => {
    const all = { maxPeople: 12, lastsMs: 600_000, isHost: false, ...terms }
    const { outcome, state = occupancy } = seated(occupancy, all, at)
    occupancy = state
    return outcome
  })
}

test('a member who joins again and again has one seat', () => {
  const again = Array.from({ length: 50 }, () => ({ member: 'ada' }))
  assert.deepEqual(new Set(take(...again, { member: 'bob' }, {})), new Set(['taken']))
})

test('strangers of one network hold half of the unused seats, and never all of them', () => {
  const flood = Array.from({ length: 12 }, () => ({ network: '1.1.1.1' }))
  const outcomes = take(...flood, { network: '2.2.2.2' }, { member: 'ada' })
  assert.equal(outcomes.filter((outcome) => outcome === 'too-many-at-once').length, 6)
  assert.deepEqual(outcomes.slice(-2), ['taken', 'taken'])
  assert.deepEqual(take({ maxPeople: 1, network: 'x' }), ['taken'])
})

test('a host comes into a full room, and counts in it', () => {
  const people = Array.from({ length: 12 }, (_, n) => ({ member: `${n}` }))
  assert.deepEqual(take(...people, { member: 'late' }).at(-1), 'full')
  assert.deepEqual(take(...people, { member: 'host', isHost: true }).at(-1), 'taken')
  const [, last] = take({ isHost: true, maxPeople: 1 }, { member: 'ada', maxPeople: 1 })
  assert.equal(last, 'full')
})

test('nobody is counted less than once or more than twice, no matter who comes when', () => {
  const moments = fc.array(fc.nat(1_000_000), { maxLength: 20 })
  fc.assert(
    fc.property(moments, moments, (since, connected) => {
      const present = connected.map((at, index) => person(`${index}`, at))
      const count = peopleIn(settled(expecting(...since), present, 0))
      assert.ok(count >= Math.max(since.length, connected.length))
      assert.ok(count <= since.length + connected.length)
    }),
  )
})
