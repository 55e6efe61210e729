import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call, Room } from '@ot-room/room'
import { en } from '../strings/en.ts'
import { staleStanding, standingToasts } from './standing-toasts.ts'

const off = { status: 'off' } as const
const unread = { status: 'unread', language: 'en-US' } as const
const read = { status: 'read', language: 'en-US', lines: [] } as const
const call = (change: Partial<Call> = {}) =>
  ({ recordings: [], captions: off, ...change }) as unknown as Call
const texts = (before: Call | undefined, after: Call) =>
  standingToasts(before, after, {} as Room).map(({ text }) => text(en))

test('everybody is told when it begins, whoever comes later too, and nobody again', () => {
  const recorded = call({ recordings: ['r'] })
  const word = ['This call is being recorded.']
  assert.deepEqual(texts(call(), recorded), word)
  assert.deepEqual(texts(undefined, recorded), word)
  assert.deepEqual(texts(recorded, call({ recordings: ['r', 's'] })), [])
})

test('whoever reads captions need not be told of them, nor whoever hides them', () => {
  assert.equal(texts(call(), call({ captions: unread })).length, 1)
  assert.deepEqual(texts(call(), call({ captions: read })), [])
  assert.deepEqual(texts(call({ captions: read }), call({ captions: unread })), [])
})

test('what is over, or known, needs no word any more', () => {
  assert.deepEqual(staleStanding(call({ recordings: ['r'], captions: unread })), [])
  assert.deepEqual(staleStanding(call({ recordings: ['r'], captions: read })), ['captions'])
  assert.deepEqual(staleStanding(call()), ['recording', 'captions'])
})
