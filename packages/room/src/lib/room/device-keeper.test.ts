import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { createFakePlatform } from '../testing/fake-platform.ts'
import { RoomError } from '../errors/room-error.ts'
import { callOf, type Call } from '../state/room-state.ts'
import { Room } from './room.ts'

type Info = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label' | 'groupId'>

const usb: Info = { kind: 'audioinput', deviceId: 'm2', label: 'USB', groupId: 'usb' }
const standard = (group: string): Info => ({
  kind: 'audioinput',
  deviceId: 'default',
  label: `Default - ${group}`,
  groupId: group,
})
const builtIn: Info = { kind: 'audioinput', deviceId: 'm1', label: 'Built-in', groupId: 'board' }
const headphones: Info = {
  kind: 'audiooutput',
  deviceId: 's2',
  label: 'Headphones',
  groupId: 'h',
}
const boxes: Info = { kind: 'audiooutput', deviceId: 'default', label: 'Boxes', groupId: 'board' }
const front: Info = { kind: 'videoinput', deviceId: 'c1', label: 'Front', groupId: 'c' }
const back: Info = { kind: 'videoinput', deviceId: 'c2', label: 'Back', groupId: 'c' }

/** A room in a browser whose devices come and go. */
async function setUp(context: TestContext, devices: readonly Info[], options: object = {}) {
  let there = devices
  const mediaDevices = Object.assign(new EventTarget(), { enumerateDevices: async () => there })
  Object.defineProperty(globalThis.navigator, 'mediaDevices', {
    configurable: true,
    value: mediaDevices,
  })
  context.after(() => Reflect.deleteProperty(globalThis.navigator, 'mediaDevices'))
  const platform = createFakePlatform()
  const { fetch } = createFakeBackend()
  const room = new Room({ room: 'tea', endpoint: 'https://rooms.example', platform, fetch })
  context.after(() => room.leave())
  await room.join(options)
  const reached = async (condition: (call: Call) => boolean): Promise<Call> => {
    const { promise, resolve } = Promise.withResolvers<Call>()
    const check = (): void => {
      const call = callOf(room.state)
      if (call && condition(call)) resolve(call)
    }
    room.subscribe(check)
    check()
    return promise
  }
  await reached((call) => call.camera.status === 'on' && call.devices.microphones.length > 0)
  return {
    platform,
    room,
    reached,
    become(...next: Info[]) {
      there = next
      mediaDevices.dispatchEvent(new Event('devicechange'))
    },
  }
}

test('a call knows the devices there are, and follows what is plugged in', async (context) => {
  const { reached, become } = await setUp(context, [builtIn, front])
  become(builtIn, usb, front)
  const { devices } = await reached((call) => call.devices.microphones.length === 2)
  assert.deepEqual(devices.microphones[1], { deviceId: 'm2', label: 'USB' })
  assert.deepEqual(devices.cameras, [{ deviceId: 'c1', label: 'Front' }])
})

test('a camera that is pulled out is replaced by the other one, and by none that is off', async (context) => {
  const { room, platform, reached } = await setUp(context, [builtIn, front, back], { camera: 'c1' })
  const gone = { status: 'failed', error: new RoomError('camera-not-found') } as const
  platform.report({ type: 'device-changed', kind: 'camera', device: gone })
  const { camera, replaced, chosen } = await reached(({ replaced }) => replaced !== undefined)
  assert.deepEqual(replaced, { role: 'camera', label: 'Front', deviceId: 'c2' })
  assert.deepEqual(camera, { status: 'on', deviceId: 'c2' })
  assert.equal(chosen.camera, 'c2')
  await room.stopCamera()
  platform.report({ type: 'device-changed', kind: 'camera', device: gone })
  const after = await reached(({ camera }) => camera.status === 'failed')
  assert.equal(after.replaced, replaced)
})

test('that a camera is gone is said only when there is no other one', async (context) => {
  const { room, platform, become, reached } = await setUp(context, [builtIn, front, back])
  const seen: string[] = []
  room.subscribe((state) => void seen.push(callOf(state)?.camera.status ?? ''))
  const gone = { status: 'failed', error: new RoomError('camera-not-found') } as const
  platform.report({ type: 'device-changed', kind: 'camera', device: gone })
  await reached(({ replaced }) => replaced !== undefined)
  assert.ok(!seen.includes('failed'), seen.join())
  become(builtIn)
  platform.report({ type: 'device-changed', kind: 'camera', device: gone })
  const { camera } = await reached(({ camera }) => camera.status === 'failed')
  assert.equal(camera, gone)
})

test('a loudspeaker that is pulled out leaves the sound where the system plays it', async (context) => {
  const { room, reached, become } = await setUp(context, [builtIn, front, boxes, headphones])
  await room.selectSpeaker('s2')
  await reached(({ chosen }) => chosen.speaker === 's2')
  become(builtIn, front, boxes)
  const { replaced, chosen } = await reached(({ replaced }) => replaced !== undefined)
  assert.deepEqual(replaced, { role: 'speaker', label: 'Headphones', deviceId: 'default' })
  assert.equal(chosen.speaker, 'default')
})

test('who leaves the microphone to the system gets what the system prefers now; who chose one keeps it', async (context) => {
  const usual = await setUp(context, [standard('board'), builtIn, front], { microphone: 'default' })
  usual.become(standard('usb'), builtIn, usb, front)
  const { microphone } = await usual.reached(({ replaced }) => replaced !== undefined)
  assert.deepEqual(microphone, { status: 'on', deviceId: 'm2' })
  usual.room.leave()
  const chosen = await setUp(context, [standard('board'), builtIn, front], { microphone: 'm1' })
  chosen.become(standard('usb'), builtIn, usb, front)
  const after = await chosen.reached(({ devices }) => devices.microphones.length === 3)
  assert.deepEqual(after.microphone, { status: 'on', deviceId: 'm1' })
  assert.equal(after.replaced, undefined)
})
