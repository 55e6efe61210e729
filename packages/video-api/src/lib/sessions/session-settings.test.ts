import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sessionSettings } from './session-settings.ts'

const because = (reason: RegExp) => ({
  name: 'VideoError',
  code: 'invalid-option',
  message: reason,
})

/** What a caller without types, a config file for one, may pass. */
function untyped(options: unknown): () => unknown {
  return () => Reflect.apply(sessionSettings, undefined, [options])
}

test('a session is relayed, archived by hand and not end-to-end encrypted by default', () => {
  const defaults = { mediaMode: 'relayed', archiveMode: 'manual', e2ee: false }
  assert.deepEqual(sessionSettings(), defaults)
  assert.deepEqual(sessionSettings({}), defaults)
})

test('complete settings are frozen and keep what was asked for', () => {
  const options = {
    mediaMode: 'routed',
    archiveMode: 'always',
    location: '203.0.113.7',
    archiveName: 'Board meeting',
    archiveResolution: '1080x1920',
  } as const
  const settings = sessionSettings(options)
  assert.deepEqual(settings, { ...options, e2ee: false })
  assert.ok(Object.isFrozen(settings))
})

test('a session that is always archived must be routed', () => {
  assert.throws(
    () => sessionSettings({ archiveMode: 'always' }),
    because(/needs mediaMode 'routed'/),
  )
  assert.throws(
    () => sessionSettings({ archiveMode: 'always', mediaMode: 'relayed' }),
    because(/only the Media Router can archive/),
  )
})

test('end-to-end encryption needs a routed session that is not always archived', () => {
  assert.throws(() => sessionSettings({ e2ee: true }), because(/needs mediaMode 'routed'/))
  assert.throws(
    () => sessionSettings({ e2ee: true, mediaMode: 'routed', archiveMode: 'always' }),
    because(/cannot record/),
  )
  assert.equal(sessionSettings({ e2ee: true, mediaMode: 'routed' }).e2ee, true)
})

test('archive name and resolution need an automatic archive', () => {
  assert.throws(() => sessionSettings({ archiveName: 'x' }), because(/archiveMode 'always'/))
  assert.throws(
    () => sessionSettings({ mediaMode: 'routed', archiveResolution: '640x480' }),
    because(/archiveMode 'always'/),
  )
})

test('an archive name has 1 to 80 characters', () => {
  const named = (archiveName: string) => () =>
    sessionSettings({ mediaMode: 'routed', archiveMode: 'always', archiveName })
  assert.equal(named('n'.repeat(80))().archiveName?.length, 80)
  assert.throws(named('n'.repeat(81)), because(/1 to 80 characters, not 81/))
  assert.throws(named(''), because(/1 to 80 characters/))
})

test('a location is an IPv4 address', () => {
  for (const location of ['0.0.0.0', '10.1.2.3', '255.255.255.255']) {
    assert.equal(sessionSettings({ location }).location, location)
  }
  const wrong = ['256.1.1.1', '1.2.3', '1.2.3.4.5', '01.2.3.4', '::1', 'Berlin', '', '1.2.3.4\n']
  for (const location of wrong) {
    assert.throws(() => sessionSettings({ location }), because(/IPv4/), location)
  }
})

test('unknown values and wrong types are refused with the values that exist', () => {
  assert.throws(untyped({ mediaMode: 'p2p' }), because(/one of relayed, routed, not "p2p"/))
  assert.throws(untyped({ mediaMode: 'ROUTED' }), because(/one of relayed, routed/))
  assert.throws(untyped({ mediaMode: ['routed'] }), because(/not an array/))
  assert.throws(untyped({ archiveMode: null }), because(/one of manual, always, not null/))
  assert.throws(untyped({ archiveMode: true }), because(/a value of type boolean/))
  assert.throws(untyped({ e2ee: 'false' }), because(/true or false, not "false"/))
  assert.throws(untyped({ location: null }), because(/IPv4/))
  assert.throws(
    untyped({ mediaMode: 'routed', archiveMode: 'always', archiveResolution: '800x600' }),
    because(/640x480/),
  )
})

test('an option nobody knows is named', () => {
  assert.throws(untyped({ media_mode: 'routed' }), because(/no option "media_mode"/))
  assert.throws(untyped('routed'), because(/as an object/))
  assert.throws(untyped([]), because(/as an object/))
  assert.throws(untyped(null), because(/as an object/))
})
