import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call, DeviceChoice, Room } from '@ot-room/room'
import { en } from '../strings/en.ts'
import { deviceToasts, staleKeys } from './device-toasts.ts'

const device = (label: string): DeviceChoice => ({ deviceId: `id of ${label}`, label })
const none = { cameras: [], microphones: [], speakers: [] }

const call = (change: Partial<Call>): Call => ({
  self: 'self',
  role: 'publisher',
  participants: [],
  camera: { status: 'on', deviceId: 'id of Front' },
  microphone: { status: 'on', deviceId: 'id of Built-in' },
  screen: { status: 'off' },
  devices: { ...none, cameras: [device('Front')], microphones: [device('Built-in')] },
  chosen: {},
  replaced: undefined,
  background: 'plain',
  speaker: undefined,
  guests: [],
  features: [],
  messages: [],
  hands: [],
  reactions: [],
  captions: { status: 'off' },
  recordings: [],
  audio: 'playing',
  ...change,
})

const texts = (before: Call, after: Call): readonly string[] => {
  const context = { room: {} as Room, put: () => {} }
  return deviceToasts(before, after, context).map(({ text, actions }) =>
    [text(en), ...actions.map(({ label }) => label(en))].join(' | '),
  )
}

test('a headset that is plugged in is offered once, though it is two devices', () => {
  const devices = {
    cameras: [device('Front')],
    microphones: [device('Built-in'), device('Headset')],
    speakers: [device('Boxes'), device('Headset')],
  }
  const before = call({
    devices: { ...devices, microphones: [device('Built-in')], speakers: [device('Boxes')] },
  })
  assert.deepEqual(texts(before, call({ devices })), ['“Headset” is connected | Use it'])
  assert.deepEqual(staleKeys(call({ devices }), before), ['device Headset'])
})

test('devices that get their names, or stand for others, are no news', () => {
  const before = call({ devices: none })
  assert.deepEqual(texts(before, call({})), [])
  const usual = { deviceId: 'default', label: 'Default - Front' }
  const { devices } = call({})
  assert.deepEqual(
    texts(call({}), call({ devices: { ...devices, microphones: [usual, device('Built-in')] } })),
    [],
  )
})

test('who may not send is offered loudspeakers alone', () => {
  const forbidden = {
    camera: { status: 'forbidden' },
    microphone: { status: 'forbidden' },
  } as const
  const devices = { ...none, microphones: [device('A')], speakers: [device('B')] }
  const more = {
    ...none,
    microphones: [device('A'), device('C')],
    speakers: [device('B'), device('D')],
  }
  const [before, after] = [call({ ...forbidden, devices }), call({ ...forbidden, devices: more })]
  assert.deepEqual(texts(before, after), ['“D” is connected | Use it'])
})

test('a replacement names both devices, and can be switched off', () => {
  const replaced = { role: 'camera', label: 'Back', deviceId: 'id of Front' } as const
  assert.deepEqual(texts(call({}), call({ replaced })), [
    '“Back” is gone. “Front” is used instead. | Stop camera',
  ])
  assert.deepEqual(texts(call({ replaced }), call({ replaced })), [])
})
