import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call, Message } from '@ot-room/room'
import { en } from '../strings/en.ts'
import { talkNews } from './talk-news.ts'

const person = (id: string, name: string | undefined) => ({
  id,
  name,
  self: id === 'self',
  streams: [],
})
const quiet = {
  self: 'self',
  participants: [person('self', 'Ada'), person('bob', 'Bob'), person('who', undefined)],
  messages: [],
  hands: [],
  reactions: [],
  captions: { status: 'off' },
  recordings: [],
} as unknown as Call
const message = (id: string, more: Partial<Message> = {}): Message => ({
  id,
  name: 'Bob',
  self: false,
  text: `Text ${id}`,
  at: 0,
  ...more,
})
const news = (before: Partial<Call>, after: Partial<Call>) =>
  talkNews({ ...quiet, ...before }, { ...quiet, ...after }, en)

test('a message of another is read out, and neither one’s own nor what was missed', () => {
  const known = message('1')
  const messages = [
    message('0', { missed: true }),
    known,
    message('2'),
    message('3', { self: true }),
    message('4', { name: undefined }),
  ]
  assert.deepEqual(news({ messages: [known] }, { messages }), [
    'Bob writes: Text 2',
    'Guest writes: Text 4',
  ])
})

test('a hand that goes up is said, and one that is up or goes down is not', () => {
  const bob = { by: 'bob', since: 1 }
  assert.deepEqual(news({}, { hands: [bob, { by: 'self', since: 2 }] }), [
    'Bob raised a hand',
    'You raised a hand',
  ])
  assert.deepEqual(news({ hands: [bob] }, { hands: [bob] }), [])
  assert.deepEqual(news({ hands: [bob] }, {}), [])
})

test('a reaction is said by its name', () => {
  const reactions = [{ id: 'r', by: 'who', kind: '❤️' }] as const
  assert.deepEqual(news({}, { reactions }), ['Guest: Heart'])
  assert.deepEqual(news({ reactions }, { reactions }), [])
})

test('the end of the last recording is said', () => {
  assert.deepEqual(news({ recordings: ['a', 'b'] }, { recordings: ['b'] }), [])
  assert.deepEqual(news({ recordings: ['b'] }, {}), ['The recording has ended.'])
})

test('captions are said when the visitor reads them from the start, and when they end', () => {
  const off = { status: 'off' } as const
  const unread = { status: 'unread', language: 'en-US' } as const
  const read = { status: 'read', language: 'en-US', lines: [] } as const
  const said = (was: Call['captions'], is: Call['captions']) =>
    news({ captions: was }, { captions: is })
  assert.deepEqual(said(off, read), ['Captions are on: what is said here is written down.'])
  for (const was of [unread, read]) assert.deepEqual(said(was, off), ['Captions are off.'])
  // A toast says it.
  assert.deepEqual(said(off, unread), [])
  assert.deepEqual([...said(unread, read), ...said(read, unread)], [])
})
