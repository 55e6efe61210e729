import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { nobody, peopleIn, settled } from './occupancy.ts'
import type { Occupancy } from './occupancy.ts'

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
