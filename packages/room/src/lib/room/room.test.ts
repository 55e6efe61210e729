import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RoomError } from '../errors/room-error.ts'
import { createFakeBackend, type FakeAnswer } from '../testing/fake-backend.ts'
import { createFakePlatform } from '../testing/fake-platform.ts'
import type { VideoPlatform } from '../platform/video-platform.ts'
import { callOf, type RoomState } from '../state/room-state.ts'
import { Room } from './room.ts'

function setUp(answer?: FakeAnswer) {
  const platform = createFakePlatform({ self: { id: 'self', name: 'Ada' } })
  const backend = createFakeBackend(answer)
  const endpoint = 'https://rooms.example'
  const room = new Room({ room: 'tea', endpoint, platform, fetch: backend.fetch })
  return { platform, backend, room }
}

function reached(room: Room, condition: (state: RoomState) => boolean): Promise<RoomState> {
  const { promise, resolve } = Promise.withResolvers<RoomState>()
  if (condition(room.state)) resolve(room.state)
  room.subscribe((state) => condition(state) && resolve(state))
  return promise
}

test('a new room asks for nothing', () => {
  const { room, backend } = setUp()
  assert.deepEqual(room.state, { phase: 'lobby' })
  assert.equal(backend.requests.length, 0)
})

test('a room without a name or an endpoint is a mistake of the programmer', () => {
  assert.throws(() => new Room({ room: '', endpoint: '/' }), TypeError)
  assert.throws(() => new Room({ room: 'tea', endpoint: '' }), TypeError)
})

test('joining shows the visitor with camera and microphone on', async () => {
  const { room } = setUp()
  await room.join({ name: 'Ada', camera: 'c1' })
  await reached(room, (state) => callOf(state)?.participants[0]?.streams.length === 1)
  const call = callOf(room.state)
  assert.deepEqual(call?.camera, { status: 'on', deviceId: 'c1' })
  assert.equal(call?.microphone.status, 'on')
  assert.equal(call?.participants[0]?.name, 'Ada')
})

test('the backend is asked while OpenTok.js still loads', async () => {
  const { room, platform, backend } = setUp()
  const release = platform.hold('prepare')
  await room.prepare()
  const joining = room.join()
  await Promise.resolve()
  await reached(room, ({ phase }) => phase === 'joining')
  while (backend.requests.length === 0) await new Promise(setImmediate)
  assert.equal(room.state.phase, 'joining')
  release()
  await joining
  assert.equal(room.state.phase, 'connected')
})

test('joining twice at once is one join, and joining inside does nothing', async () => {
  const { room, backend } = setUp()
  await Promise.all([room.join(), room.join()])
  await room.join()
  assert.equal(backend.requests.length, 1)
})

test('leaving while joining goes back to the lobby and the join rejects as aborted', async () => {
  const { room, platform } = setUp()
  platform.hold('connect')
  const joining = room.join()
  await reached(room, (state) => state.phase === 'joining' && state.step === 'connecting')
  room.leave()
  assert.equal(room.state.phase, 'lobby')
  await assert.rejects(joining, { name: 'AbortError' })
  assert.equal(room.state.phase, 'lobby')
})

test('a refusal of the backend, of loading and of connecting all end in failed with the error', async () => {
  const refused = setUp({ status: 403, body: { code: 'forbidden' } })
  await assert.rejects(refused.room.join(), { code: 'join-refused' })
  assert.equal(refused.room.state.phase, 'failed')
  for (const [step, code] of [
    ['prepare', 'opentok-unreachable'],
    ['connect', 'token-invalid'],
  ] as const) {
    const { room, platform } = setUp()
    const error = new RoomError(code)
    platform.refuse(step, error)
    await assert.rejects(room.join(), error)
    assert.deepEqual(room.state, { phase: 'failed', error })
  }
})

test('after a failure the room can be joined again', async () => {
  const { room, platform } = setUp()
  platform.refuse('connect', new RoomError('connect-failed'))
  await assert.rejects(room.join())
  platform.refuse('connect')
  await room.join()
  assert.equal(room.state.phase, 'connected')
})

test('a denied camera leaves the visitor in the room with the microphone', async () => {
  const { room, platform } = setUp()
  platform.breakDevice('camera', 'denied')
  await room.join()
  const state = await reached(room, (now) => callOf(now)?.camera.status === 'failed')
  const camera = callOf(state)?.camera
  assert.equal(camera?.status === 'failed' ? camera.error.code : '', 'camera-denied')
  assert.equal(callOf(state)?.microphone.status, 'on')
})

test('a device that failed stays off until it is asked for again', async () => {
  const { room, platform } = setUp()
  platform.breakDevice('camera', 'busy')
  await room.join()
  await reached(room, (now) => callOf(now)?.camera.status === 'failed')
  platform.breakDevice('camera')
  await room.muteMicrophone()
  assert.notEqual(callOf(room.state)?.camera.status, 'on')
  await room.startCamera()
  assert.equal(callOf(room.state)?.camera.status, 'on')
})

test('muting shows in the state and on the visitor’s stream', async () => {
  const { room } = setUp()
  await room.join()
  await room.muteMicrophone()
  const call = callOf(room.state)
  assert.deepEqual(call?.microphone, { status: 'off', by: 'self' })
  assert.equal(call?.participants[0]?.streams[0]?.hasAudio, false)
})

test('a subscriber publishes nothing', async () => {
  const body = { applicationId: 'a', sessionId: 's', token: 't', role: 'subscriber' }
  const { room } = setUp({ body })
  await room.join()
  await room.unmuteMicrophone()
  assert.deepEqual(callOf(room.state)?.participants[0]?.streams, [])
})

test('somebody who comes, speaks and goes is seen and heard', async () => {
  const { room, platform } = setUp()
  const levels: number[] = []
  room.onAudioLevel(({ level }) => levels.push(level))
  await room.join()
  const bob = { id: 'b', name: 'Bob' }
  platform.arrive(bob)
  platform.addStream(bob, { id: 'bob-camera' })
  platform.speak('bob-camera', 0.5)
  assert.deepEqual(levels, [0.5])
  assert.equal(callOf(room.state)?.participants[1]?.streams[0]?.id, 'bob-camera')
  platform.depart('b')
  assert.equal(callOf(room.state)?.participants.length, 1)
})

test('being removed by a host ends the call and nothing is heard afterwards', async () => {
  const { room, platform } = setUp()
  await room.join()
  const error = new RoomError('removed')
  platform.report({ type: 'departed', departure: { reason: 'removed', error } })
  assert.deepEqual(room.state, { phase: 'left', reason: 'removed', error })
  platform.arrive({ id: 'late', name: undefined })
  assert.equal(room.state.phase, 'left')
  await assert.rejects(room.muteMicrophone(), { code: 'not-connected' })
})

test('signals go out and come in, and a bad one is refused before it is sent', async () => {
  const { room, platform } = setUp()
  const got: string[] = []
  room.onSignal(({ data }) => got.push(data))
  await assert.rejects(room.sendSignal({ type: 'chat', data: 'hi' }), { code: 'not-connected' })
  await room.join()
  await room.sendSignal({ type: 'chat', data: 'hi' })
  platform.receive({ type: 'chat', data: 'hello', from: 'b' })
  assert.deepEqual(platform.sent, [{ type: 'chat', data: 'hi' }])
  assert.deepEqual(got, ['hello'])
  await assert.rejects(room.sendSignal({ type: 'no spaces', data: '' }), { code: 'signal-invalid' })
})

test('whoever speaks is the speaker until they leave; the visitor never is', async () => {
  const { room, platform } = setUp()
  await room.join()
  await reached(room, (state) => callOf(state)?.participants[0]?.streams.length === 1)
  platform.addStream({ id: 'b', name: 'Bob' }, { id: 'bob-camera' })
  platform.speak('self-camera', 0.9)
  assert.equal(callOf(room.state)?.speaker, undefined)
  platform.speak('bob-camera', 0.5)
  assert.equal(callOf(room.state)?.speaker, 'b')
  platform.depart('b')
  assert.equal(callOf(room.state)?.speaker, undefined)
})

test('a screen is shared and shown to the visitor too, until it is stopped', async () => {
  const { room } = setUp()
  await room.join()
  await room.shareScreen()
  assert.deepEqual(callOf(room.state)?.screen, { status: 'on' })
  const kinds = () => callOf(room.state)?.participants[0]?.streams.map(({ kind }) => kind)
  assert.ok(kinds()?.includes('screen'))
  room.stopSharing()
  assert.deepEqual(callOf(room.state)?.screen, { status: 'off' })
  assert.ok(!kinds()?.includes('screen'))
})

test('a connection that OpenTok.js has given up comes back by itself, with a new token and the same devices', async () => {
  const { room, platform, backend } = setUp()
  await room.join({ name: 'Ada' })
  await room.stopCamera()
  const release = platform.hold('connect')
  const error = new RoomError('network-lost')
  platform.report({ type: 'departed', departure: { reason: 'network-lost', error } })
  assert.equal(room.state.phase === 'reconnecting' && room.state.stage, 'rejoining')
  await room.muteMicrophone()
  await room.unmuteMicrophone()
  release()
  await reached(room, (state) => state.phase === 'connected')
  await reached(room, (state) => callOf(state)?.microphone.status === 'on')
  assert.equal(callOf(room.state)?.camera.status, 'off')
  assert.equal(backend.requests.length, 2)
  assert.deepEqual(backend.requests[1]?.body, { name: 'Ada' })
})

test('whoever may not come back in has left, and says so', async () => {
  const { room, platform } = setUp()
  await room.join()
  platform.refuse('connect', new RoomError('session-invalid'))
  const error = new RoomError('network-lost')
  platform.report({ type: 'departed', departure: { reason: 'network-lost', error } })
  const state = await reached(room, ({ phase }) => phase === 'left')
  assert.equal(state.phase === 'left' && state.reason, 'network-lost')
})

test('leaving while the room is being entered again ends it', async () => {
  const { room, platform } = setUp()
  await room.join()
  platform.hold('connect')
  const error = new RoomError('network-lost')
  platform.report({ type: 'departed', departure: { reason: 'network-lost', error } })
  room.leave()
  assert.deepEqual(room.state, { phase: 'left', reason: 'self' })
})

test('a join during an automatic rejoin replaces it', async () => {
  const platform = createFakePlatform({ self: { id: 'self', name: 'Ada' } })
  const stays: AbortSignal[] = []
  const watched: VideoPlatform = {
    prepare: (signal) => platform.prepare(signal),
    connect(credentials, stay) {
      stays.push(stay.signal)
      return platform.connect(credentials, stay)
    },
  }
  let admit = (): void => undefined
  const admitted = new Promise<void>((resolve) => (admit = resolve))
  let joins = 0
  const { fetch } = createFakeBackend(async (_url, body) => {
    joins += 1
    if (joins === 1) return {}
    if (!JSON.stringify(body).includes('"wait"')) {
      return { status: 409, body: { code: 'waiting', ticket: 'x' } }
    }
    await admitted
    return {}
  })
  const room = new Room({
    room: 'tea',
    endpoint: 'https://rooms.example',
    platform: watched,
    fetch,
  })
  await room.join({ name: 'Ada' })
  const error = new RoomError('network-lost')
  platform.report({ type: 'departed', departure: { reason: 'network-lost', error } })
  await reached(room, ({ phase }) => phase === 'waiting')
  const again = room.join({ name: 'Bea' })
  admit()
  await again
  const alive = () => stays.filter(({ aborted }) => !aborted).length
  assert.equal(alive(), 1)
  room.leave()
  assert.equal(alive(), 0)
})

test('a join after a leave is another one, and the one that was given up rejects', async () => {
  const platform = createFakePlatform({ self: { id: 'self', name: 'Ada' } })
  const { fetch } = createFakeBackend()
  const room = new Room({ room: 'tea', endpoint: 'https://rooms.example', platform, fetch })
  const first = room.join({ name: 'A' })
  room.leave()
  const second = room.join({ name: 'B' })
  await assert.rejects(first, { name: 'AbortError' })
  await second
  assert.equal(room.state.phase, 'connected')
  room.leave()
})

test('the end of the meeting is no removal, and a removal without that word is one', async () => {
  for (const from of [undefined, 'somebody']) {
    const platform = createFakePlatform({ self: { id: 'self', name: 'Ada' } })
    const { fetch } = createFakeBackend()
    const room = new Room({ room: 'tea', endpoint: 'https://rooms.example', platform, fetch })
    await room.join()
    platform.receive({ type: 'ot-room-ended', data: '', from })
    const error = new RoomError('removed')
    platform.report({ type: 'departed', departure: { reason: 'removed', error } })
    assert.equal(room.state.phase === 'left' && room.state.reason, from ? 'removed' : 'ended')
  }
})

test('what the backend gave for a meeting comes along to a rejoin, and not after a removal', async () => {
  const platform = createFakePlatform({ self: { id: 'self', name: 'Ada' } })
  const given = { ticket: 'for coming back', pass: 'of this meeting' }
  const { fetch, requests } = createFakeBackend({
    body: { applicationId: 'a', sessionId: 's', token: 't', role: 'publisher', ...given },
  })
  const room = new Room({ room: 'tea', endpoint: 'https://rooms.example', platform, fetch })
  await room.join({ name: 'Ada' })
  room.leave()
  await room.rejoin()
  const joins = () => requests.filter(({ url }) => url.endsWith('/join')).map(({ body }) => body)
  assert.deepEqual(joins(), [{ name: 'Ada' }, { name: 'Ada', ...given }])
  const error = new RoomError('removed')
  platform.report({ type: 'departed', departure: { reason: 'removed', error } })
  await room.rejoin()
  assert.deepEqual(joins().at(-1), { name: 'Ada' })
  room.leave()
})
