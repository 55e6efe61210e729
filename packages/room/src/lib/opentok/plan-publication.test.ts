import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openingAttempts, planPublication, type Tracks } from './plan-publication.ts'

const on = { on: true }
const off = { on: false }
const both: Tracks = {
  camera: { status: 'live', deviceId: 'c1' },
  microphone: { status: 'live', deviceId: 'm1' },
}

test('nothing is opened for a visitor who wants to send nothing', () => {
  assert.deepEqual(planPublication(undefined, { camera: off, microphone: off }), [])
})

test('only the wanted device is opened', () => {
  assert.deepEqual(planPublication(undefined, { camera: off, microphone: on }), [
    { type: 'open', tracks: { camera: { status: 'absent' }, microphone: { status: 'live' } } },
  ])
})

test('muting and unmuting change the publisher in place', () => {
  assert.deepEqual(planPublication(both, { camera: on, microphone: off }), [
    { type: 'mute', kind: 'microphone' },
  ])
  const muted: Tracks = { ...both, camera: { status: 'muted', deviceId: 'c1' } }
  assert.deepEqual(planPublication(muted, { camera: on, microphone: on }), [
    { type: 'unmute', kind: 'camera' },
  ])
})

test('another device is switched to, the same one is left alone', () => {
  const camera = { on: true, deviceId: 'c2' }
  assert.deepEqual(planPublication(both, { camera, microphone: on }), [
    { type: 'switch', kind: 'camera', deviceId: 'c2' },
  ])
  assert.deepEqual(
    planPublication(both, { camera: { on: true, deviceId: 'c1' }, microphone: on }),
    [],
  )
})

test('a camera that was off from the start needs a new publisher, which takes a muted microphone along', () => {
  const has: Tracks = { camera: { status: 'absent' }, microphone: { status: 'muted' } }
  assert.deepEqual(planPublication(has, { camera: on, microphone: off }), [
    { type: 'close' },
    { type: 'open', tracks: { camera: { status: 'live' }, microphone: { status: 'muted' } } },
  ])
})

test('a background is blurred before the camera goes on or is another one, and left alone while it is off', () => {
  const camera = { on: true, deviceId: 'c2', background: 'blurred' } as const
  const blur = { type: 'background', background: 'blurred' }
  assert.deepEqual(planPublication(both, { camera, microphone: on }), [
    blur,
    { type: 'switch', kind: 'camera', deviceId: 'c2' },
  ])
  const muted: Tracks = { ...both, camera: { status: 'muted', deviceId: 'c1' } }
  assert.deepEqual(planPublication(muted, { camera, microphone: on }), [
    blur,
    { type: 'unmute', kind: 'camera', deviceId: 'c2' },
  ])
  assert.deepEqual(planPublication(muted, { camera: { ...camera, on: false }, microphone: on }), [])
  const blurred: Tracks = { ...both, camera: { ...both.camera, background: 'blurred' } }
  assert.deepEqual(planPublication(blurred, { camera: on, microphone: on }), [
    { type: 'background', background: 'plain' },
  ])
})

test('when both devices do not open together each is tried alone', () => {
  assert.deepEqual(
    openingAttempts(both).map(({ camera, microphone }) => [camera.status, microphone.status]),
    [
      ['live', 'live'],
      ['absent', 'live'],
      ['live', 'absent'],
    ],
  )
})
