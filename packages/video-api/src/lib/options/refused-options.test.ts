import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import { project } from '../testing/example-account.ts'
import { everyCall, requestSecrets } from '../testing/every-call.ts'
import { assertSilent } from '../testing/silence.ts'
import { createAccountApi } from '../administration/account-api.ts'
import { createVideoApi } from '../video-api.ts'

const fetch = () => assert.fail('it was sent')
const video = createVideoApi({ ...project, fetch })
const account = createAccountApi({ accountKey: '200', accountSecret: 'x', fetch })
const { token } = requestSecrets
const id = '1_x'

/** What a caller without types may write. */
function untyped(verb: unknown, ...args: readonly unknown[]): Promise<unknown> {
  assert.ok(typeof verb === 'function')
  return Reflect.apply(verb, undefined, args) as Promise<unknown>
}

const { signals, archives, broadcasts, captions, sip, dtmf, renders, audioConnectors } = video
const { streams, callbacks, archiveStorage } = video
const rtmp = { serverUrl: 'rtmp://example.com', streamName: 'key' }

const refusals: readonly (readonly [() => Promise<unknown>, RegExp])[] = [
  [() => untyped(signals.send, id, { type: 'é'.repeat(65) }), /type must have at most 128 bytes/],
  [
    () => untyped(signals.send, id, { data: 'é'.repeat(4097) }),
    /data must have at most 8192 bytes/,
  ],
  [() => untyped(signals.send, id, { data: { a: 1 } }), /data must be a string/],
  [() => untyped(signals.send, id, { to: 'x' }), /signals.send has no option "to"/],
  [() => untyped(streams.setLayoutClasses, id, [{ id }]), /classes\[0\].layoutClassList is needed/],
  [() => untyped(streams.setLayoutClasses, id, 'focus'), /classes must be an array/],
  [
    () => untyped(streams.muteAll, id, { excludedStreamIds: [7] }),
    /excludedStreamIds\[0\] must be/,
  ],
  [
    () => untyped(archives.start, id, { hasAudio: false, hasVideo: false }),
    /nothing would be left/,
  ],
  [
    () => untyped(archives.start, id, { outputMode: 'individual', resolution: '640x480' }),
    /individual/,
  ],
  [
    () => untyped(archives.start, id, { outputMode: 'individual', layout: { type: 'pip' } }),
    /individual/,
  ],
  [
    () => untyped(archives.start, id, { maxBitrate: 100_000, quantizationParameter: 20 }),
    /not both/,
  ],
  [() => untyped(archives.start, id, { maxBitrate: 99_999 }), /from 100000 to 6000000/],
  [() => untyped(archives.start, id, { quantizationParameter: 14 }), /from 15 to 40/],
  [() => untyped(archives.start, id, { transcriptionProperties: {} }), /hasTranscription: true/],
  [() => untyped(archives.start, id, { resolution: '800x600' }), /resolution must be one of/],
  [() => untyped(archives.start, id, { layout: { type: 'custom' } }), /layout.stylesheet must be/],
  [() => untyped(archives.setLayout, id, undefined), /layout takes its options as an object/],
  [() => untyped(archives.setLayout, id, { type: 'spiral' }), /layout.type must be one of/],
  [
    () => untyped(archives.setLayout, id, { type: 'pip', stylesheet: 'x' }),
    /goes with the type custom/,
  ],
  [() => untyped(archives.setLayout, id, { type: 'pip', screenshareType: 'pip' }), /type bestFit/],
  [
    () => untyped(archives.list, { count: 1001 }),
    /count must be a whole number of items from 1 to 1000/,
  ],
  [() => untyped(archives.list, { offset: -1 }), /offset/],
  [() => untyped(archives.addStream, id, '', {}), /streamId/],
  [() => untyped(broadcasts.start, id, {}), /outputs is needed/],
  [() => untyped(broadcasts.start, id, { outputs: {} }), /hls, rtmp or both/],
  [() => untyped(broadcasts.start, id, { outputs: { rtmp: [] } }), /hls, rtmp or both/],
  [
    () =>
      untyped(broadcasts.start, id, { outputs: { rtmp: [rtmp, rtmp, rtmp, rtmp, rtmp, rtmp] } }),
    /at most 5/,
  ],
  [
    () =>
      untyped(broadcasts.start, id, { outputs: { rtmp: [{ ...rtmp, serverUrl: 'http://a' }] } }),
    /begins with rtmp or rtmps/,
  ],
  [
    () => untyped(broadcasts.start, id, { outputs: { hls: { dvr: true, lowLatency: true } } }),
    /not both/,
  ],
  [() => untyped(broadcasts.start, id, { outputs: { hls: {} }, maxDuration: 59 }), /60 to 36000/],
  [() => untyped(captions.start, id, {}), /token is needed/],
  [() => untyped(captions.start, id, { token, maxDuration: 299 }), /300 to 14400/],
  [
    () => untyped(captions.start, id, { token, statusCallbackUrl: 'javascript:1' }),
    /https or http/,
  ],
  [() => untyped(sip.dial, id, { token }), /uri is needed/],
  [() => untyped(sip.dial, id, { token, uri: 'tel:1' }), /sip or sips/],
  [() => untyped(sip.dial, id, { token, uri: 'sip:a@b', headers: { 'X-A': 7 } }), /headers.X-A/],
  [
    () => untyped(sip.dial, id, { token, uri: 'sip:a@b', auth: { username: 'u' } }),
    /auth.password/,
  ],
  [() => untyped(dtmf.play, id, { digits: 'hello' }), /0 to 9, \*, # and p/],
  [() => untyped(renders.start, id, { token, url: 'file:///etc/passwd' }), /https or http/],
  [
    () => untyped(renders.start, id, { token, url: 'https://a', name: 'n'.repeat(201) }),
    /1 to 200/,
  ],
  [() => untyped(audioConnectors.start, id, { token, uri: 'https://a' }), /wss or ws/],
  [
    () => untyped(audioConnectors.start, id, { token, uri: 'wss://a', audioRate: 44_100 }),
    /8000, 16000/,
  ],
  [
    () =>
      untyped(audioConnectors.start, id, {
        token,
        uri: 'wss://a',
        audioTransport: { transport: 'binary' },
      }),
    /transport must be (one of )?json/,
  ],
  [() => untyped(callbacks.register, { group: 'archive' }), /url is needed/],
  [
    () => untyped(archiveStorage.set, { type: 's3', config: { bucket: 'b' } }),
    /config.accessKey is needed/,
  ],
  [() => untyped(archiveStorage.set, { type: 'ftp' }), /target.type must be one of s3, azure/],
  [() => untyped(account.projects.setStatus, '100', 'PAUSED'), /ACTIVE, SUSPENDED/],
]

test('what the platform would refuse, or misunderstand, is refused before it is sent', async () => {
  for (const [call, message] of refusals) {
    await assert.rejects(call(), (error: Error & { code?: string }) => {
      assertSilent(error)
      assert.equal(error.code, 'invalid-option')
      assert.match(error.message, message)
      return true
    })
  }
})

describe('an option that a call does not know is named, and a signal that is none', () => {
  for (const { name, make } of everyCall) {
    it(name, async () => {
      const doors = { video, account }
      const stranger: object = { timout: 5 }
      await assert.rejects(make(doors, stranger), {
        code: 'invalid-option',
        message: /no option "timout"/,
      })
      const deaf: object = { signal: 'soon' }
      await assert.rejects(make(doors, deaf), { message: /signal must be an AbortSignal/ })
    })
  }
})
