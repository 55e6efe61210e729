import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unread } from './unread.ts'

const of = (...ids: string[]) =>
  ids.map((id) => ({ id, name: undefined, self: id.startsWith('own'), text: 'x', at: 0 }))

test('what others wrote since the chat was last open is unread', () => {
  assert.equal(unread(of('1', '2', 'own 1', '3'), '1'), 2)
  assert.equal(unread(of('1', '2'), '2'), 0)
})

test('all of it is unread before the chat was ever open, or when so much came that the last one read is forgotten', () => {
  assert.equal(unread(of('1', 'own 1', '2'), undefined), 2)
  assert.equal(unread(of('8', '9'), '1'), 2)
})
