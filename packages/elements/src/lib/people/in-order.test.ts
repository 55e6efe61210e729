import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call } from '@ot-room/room'
import { inOrder } from './in-order.ts'

test('raised hands come first, the longest up first, and the others as they came', () => {
  const participants = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
  const hands = [
    { by: 'd', since: 1 },
    { by: 'b', since: 2 },
    { by: 'gone', since: 3 },
  ]
  const call = { participants, hands } as unknown as Call
  assert.deepEqual(
    inOrder(call).map(({ id }) => id),
    ['d', 'b', 'a', 'c'],
  )
})
