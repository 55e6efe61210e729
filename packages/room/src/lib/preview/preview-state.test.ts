import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemOf } from '../devices/device-problem.ts'
import { capture } from './capture.ts'
import { rootMeanSquare } from './level-meter.ts'
import { createPreview } from './preview.ts'
import { choicesOf } from '../devices/device-list.ts'

test('devices without an id, as before permission, cannot be chosen', () => {
  const devices = [
    { kind: 'videoinput', deviceId: '', label: '' },
    { kind: 'videoinput', deviceId: 'c1', label: 'Front' },
    { kind: 'audiooutput', deviceId: 'o1', label: 'Speaker' },
  ] as const
  assert.deepEqual(choicesOf(devices), {
    cameras: [{ deviceId: 'c1', label: 'Front' }],
    microphones: [],
    speakers: [{ deviceId: 'o1', label: 'Speaker' }],
  })
})

test('each error of getUserMedia becomes a problem the visitor can solve', () => {
  const problems = {
    NotAllowedError: 'denied',
    NotFoundError: 'not-found',
    NotReadableError: 'busy',
  }
  for (const [name, problem] of Object.entries(problems)) {
    assert.equal(problemOf(new DOMException('', name)), problem)
  }
  assert.equal(problemOf(undefined), 'failed')
})

test('a page without media devices is told to be insecure', async () => {
  await assert.rejects(capture('camera'), { code: 'camera-insecure' })
})

test('a preview that was never started leaves the choice to the room, a failed one leaves the device out', async () => {
  const preview = createPreview()
  assert.deepEqual(preview.choice, {})
  await preview.start()
  assert.equal(preview.state.camera.status, 'failed')
  assert.deepEqual(preview.choice, { camera: false, microphone: false })
})

test('silence has no level and a full square wave has the highest', () => {
  assert.equal(rootMeanSquare([0, 0]), 0)
  assert.equal(rootMeanSquare([1, -1, 1, -1]), 1)
})
