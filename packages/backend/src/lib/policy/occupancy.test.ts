import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { occupancy, validSeats } from './occupancy.ts'

const seat = (since: number) => ({ since, until: since + 600_000 })

test('who has a token but is not connected yet is expected', () => {
  assert.equal(occupancy([seat(0), seat(10)], []), 2)
})

test('who has connected with their token is counted once', () => {
  assert.equal(occupancy([seat(0), seat(60_000)], [1000, 61_000]), 2)
  assert.equal(occupancy([seat(0), seat(60_000)], [61_000]), 2)
})

test('somebody who came before a token was made did not come with it', () => {
  assert.equal(occupancy([seat(60_000)], [1000]), 2)
})

test('a token that admits no more is not waited for', () => {
  assert.deepEqual(validSeats([seat(0), seat(60_000)], 600_000), [seat(60_000)])
})

test('no matter who comes when, nobody is counted less than once or more than twice', () => {
  const moments = fc.array(fc.nat(1_000_000), { maxLength: 20 })
  fc.assert(
    fc.property(moments, moments, (since, connected) => {
      const count = occupancy(since.map(seat), connected)
      assert.ok(count >= Math.max(since.length, connected.length))
      assert.ok(count <= since.length + connected.length)
    }),
  )
})
