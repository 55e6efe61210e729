import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RoomError } from '../errors/room-error.ts'
import { callOf, lobby, type RoomState } from './room-state.ts'
import type { RoomEvent } from './room-event.ts'
import { reduce } from './reduce.ts'
import type { Stream } from './participant.ts'

const wanted = { camera: { on: true }, microphone: { on: false } }
const ada = { id: 'a', name: 'Ada' }
const bob = { id: 'b', name: 'Bob' }
const camera: Stream = {
  id: 's1',
  kind: 'camera',
  hasAudio: true,
  hasVideo: true,
  media: 'waiting',
  link: 'fine',
}

function after(...events: RoomEvent[]): RoomState {
  return events.reduce(reduce, lobby)
}

const entering: RoomEvent[] = [
  { type: 'join-started', wanted },
  { type: 'join-prepared' },
  { type: 'joined', self: ada, role: 'publisher', features: [] },
]

test('joining goes from preparing to connecting to connected', () => {
  assert.deepEqual(after({ type: 'join-started', wanted }), {
    phase: 'joining',
    step: 'preparing',
    wanted,
  })
  const state = after(...entering)
  assert.equal(state.phase, 'connected')
  assert.deepEqual(callOf(state)?.participants, [{ ...ada, self: true, streams: [] }])
})

test('a device that was wanted is starting and one that was not is off', () => {
  const call = callOf(after(...entering))
  assert.deepEqual(call?.camera, { status: 'starting' })
  assert.deepEqual(call?.microphone, { status: 'off', by: 'self' })
})

test('a subscriber may use neither camera nor microphone', () => {
  const call = callOf(
    after(
      { type: 'join-started', wanted },
      { type: 'joined', self: ada, role: 'subscriber', features: [] },
    ),
  )
  assert.deepEqual(call?.camera, { status: 'forbidden' })
  assert.deepEqual(call?.microphone, { status: 'forbidden' })
})

test('a stream of somebody who was not announced brings that participant along', () => {
  const call = callOf(
    after(...entering, { type: 'stream-added', participant: bob, stream: camera }),
  )
  assert.deepEqual(call?.participants[1], { ...bob, self: false, streams: [camera] })
})

test('a participant who was announced twice is there once', () => {
  const joined: RoomEvent = { type: 'participant-joined', participant: bob }
  assert.equal(callOf(after(...entering, joined, joined))?.participants.length, 2)
})

test('a muted stream says so and a removed one leaves its participant in the room', () => {
  const added: RoomEvent[] = [
    ...entering,
    { type: 'stream-added', participant: bob, stream: camera },
    { type: 'stream-changed', id: 's1', change: { hasAudio: false } },
  ]
  assert.equal(callOf(after(...added))?.participants[1]?.streams[0]?.hasAudio, false)
  const removed = callOf(after(...added, { type: 'stream-removed', id: 's1' }))
  assert.deepEqual(removed?.participants[1]?.streams, [])
})

test('an event that changes nothing gives the same state', () => {
  const state = after(...entering, { type: 'stream-added', participant: bob, stream: camera })
  const unchanged: RoomEvent[] = [
    { type: 'stream-changed', id: 's1', change: { hasAudio: true } },
    { type: 'stream-changed', id: 'unknown', change: { hasAudio: false } },
    { type: 'stream-removed', id: 'unknown' },
    { type: 'participant-left', id: 'unknown' },
    { type: 'audio-unblocked' },
  ]
  for (const event of unchanged) assert.equal(reduce(state, event), state, event.type)
})

test('reconnecting keeps everybody and reconnected brings the call back', () => {
  const dropped = after(...entering, { type: 'connection-dropped' })
  assert.equal(dropped.phase, 'reconnecting')
  assert.equal(callOf(dropped)?.participants.length, 1)
  assert.equal(reduce(dropped, { type: 'connection-restored' }).phase, 'connected')
})

test('leaving says why, and the room can be joined again', () => {
  const error = new RoomError('removed')
  const left = after(...entering, { type: 'departed', departure: { reason: 'removed', error } })
  assert.deepEqual(left, { phase: 'left', reason: 'removed', error })
  assert.equal(reduce(left, { type: 'join-started', wanted }).phase, 'joining')
})

test('a cancelled join is back in the lobby and a failed one holds its error', () => {
  const started: RoomEvent = { type: 'join-started', wanted }
  assert.equal(after(started, { type: 'join-cancelled' }), lobby)
  const error = new RoomError('token-invalid')
  assert.deepEqual(after(started, { type: 'join-failed', error }), { phase: 'failed', error })
})
