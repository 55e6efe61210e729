import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSameMedium } from './medium.ts'
import type { Medium } from './medium.ts'

const sound: Medium = {
  kind: 'audio',
  mid: '0',
  codec: 'opus',
  clockRate: 48_000,
  payloadType: 111,
  parameters: 'minptime=10;useinbandfec=1; stereo=0',
  extensions: new Map(),
  encodings: [{ ssrc: 1 }],
}

test('what is offered again is the same in another order of its parameters, and with other ones it is not', () => {
  const again = { ...sound, parameters: 'minptime=10;stereo=0;useinbandfec=1' }
  assert.ok(isSameMedium(sound, again))
  assert.equal(isSameMedium(sound, { ...sound, parameters: 'minptime=10;stereo=1' }), false)
  assert.equal(isSameMedium(sound, { ...sound, encodings: [{ ssrc: 2 }] }), false)
})
