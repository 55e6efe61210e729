import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RoomError, type Participant, type RoomState } from '@ot-room/room'
import { en } from '../strings/en.ts'
import { explain } from '../strings/explain.ts'
import { announcements } from './announcements.ts'
import { eventsBetween } from './transition.ts'

const lobby: RoomState = { phase: 'lobby' }
const ada: Participant = { id: 'a', name: 'Ada', self: true, streams: [] }
const bob: Participant = { id: 'b', name: undefined, self: false, streams: [] }

function inCall(change: Partial<Extract<RoomState, { phase: 'connected' }>> = {}): RoomState {
  return {
    phase: 'connected',
    self: 'a',
    role: 'publisher',
    participants: [ada],
    camera: { status: 'on' },
    microphone: { status: 'on' },
    audio: 'playing',
    screen: { status: 'off' },
    speaker: undefined,
    devices: { cameras: [], microphones: [], speakers: [] },
    chosen: {},
    replaced: undefined,
    background: 'plain',
    guests: [],
    features: [],
    messages: [],
    hands: [],
    reactions: [],
    captions: { status: 'off' },
    recordings: [],
    ...change,
  }
}

function types(before: RoomState, after: RoomState): string[] {
  return eventsBetween(before, after).map(({ type }) => type)
}

test('who has to wait again has left for the page, and everybody is told once', () => {
  const waiting: RoomState = {
    phase: 'waiting',
    wanted: { camera: { on: true }, microphone: { on: true } },
  }
  assert.deepEqual(types(inCall(), waiting), ['ot-leave'])
  assert.deepEqual(types(waiting, inCall()), ['ot-join'])
  assert.deepEqual(announcements(lobby, waiting, en), [en.waitingHelp])
  assert.deepEqual(announcements(waiting, waiting, en), [])
  const knocked = inCall({ guests: [{ id: 'g', name: 'Eve' }] })
  assert.deepEqual(announcements(inCall(), knocked, en), ['Eve is waiting to be let in'])
  assert.deepEqual(announcements(knocked, inCall(), en), [])
  assert.deepEqual(announcements(lobby, knocked, en), [
    en.saidConnected,
    'Eve is waiting to be let in',
  ])
})

test('a page hears of joining once, and of leaving with the reason', () => {
  assert.deepEqual(types(lobby, inCall()), ['ot-join'])
  assert.deepEqual(types(inCall(), inCall({ audio: 'blocked' })), [])
  const [event] = eventsBetween(inCall(), { phase: 'left', reason: 'self' })
  assert.deepEqual([event?.type, event && Reflect.get(event, 'reason')], ['ot-leave', 'self'])
})

test('a page hears of each error once', () => {
  const error = new RoomError('camera-busy')
  const failed = inCall({ camera: { status: 'failed', error } })
  assert.deepEqual(types(inCall(), failed), ['ot-device', 'ot-error'])
  assert.deepEqual(types(failed, { ...failed, audio: 'blocked' } as RoomState), [])
  const removed: RoomState = { phase: 'left', reason: 'removed', error: new RoomError('removed') }
  assert.deepEqual(types(inCall(), removed), ['ot-leave', 'ot-error'])
  assert.deepEqual(types(lobby, { phase: 'failed', error }), ['ot-error'])
})

test('a page hears who comes and goes, and of its visitor’s devices', () => {
  const two = inCall({ participants: [ada, bob] })
  assert.deepEqual(types(inCall(), two), ['ot-participant-join'])
  assert.deepEqual(types(two, inCall()), ['ot-participant-leave'])
  assert.deepEqual(types(inCall(), inCall({ screen: { status: 'on' } })), ['ot-device'])
})

test('a screen reader is told who comes and goes and of the network', () => {
  const two = inCall({ participants: [ada, bob] })
  const away = { ...inCall(), phase: 'reconnecting' } as RoomState
  assert.deepEqual(announcements(lobby, inCall(), en), ['You are in the room'])
  assert.deepEqual(announcements(inCall(), two, en), ['Guest joined'])
  assert.deepEqual(announcements(two, inCall(), en), ['Guest left'])
  assert.deepEqual(announcements(inCall(), away, en), [en.reconnecting])
  assert.deepEqual(announcements(away, inCall(), en), [en.saidReconnected])
})

test('a refusal is explained by its status and an unknown one in general', () => {
  const refused = (status: number) =>
    explain(new RoomError('join-refused', { refusal: { status, code: 'brand-new' } }), en)
  assert.equal(refused(401), en.refusals.signIn)
  assert.equal(refused(403), en.refusals.notAllowed)
  assert.equal(refused(504), en.refusals.ailing)
  assert.equal(refused(418), en.errors['join-refused'])
})
