import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, describe, it } from 'node:test'
import { createVideoApi } from '@ot-room/video-api'
import {
  loudnessOf,
  startAudioServer,
  toneOf,
  type AudioCall,
  type AudioServer,
} from '../support/audio-server.ts'
import { newVisitor, unexpected, type Visitor } from '../support/browser.ts'
import { hum } from '../support/humming.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import { joinWithOpenTok, type Keys } from '../support/opentok-client.ts'
import { heardTone } from '../support/remote-media.ts'
import { restRequest } from '../support/rest.ts'
import { listenFor } from '../support/session-event.ts'
import { useCallStage } from '../support/stage.ts'

// The volume of the oscillator is 0.4; what browsers do to sound takes a part of it.
const audible = 0.1
const inaudible = 0.005

describe('an Audio Connector', () => {
  const stage = useCallStage()
  let server: AudioServer
  before(async () => {
    server = await startAudioServer()
  })
  after(() => server.close())

  const enter = async (keys: Keys, tone?: number): Promise<Visitor> => {
    const visitor = await newVisitor(stage.browser)
    await visitor.page.goto(stage.bare)
    if (tone === undefined) await joinWithOpenTok(visitor.page, keys, { publisher: 'none' })
    else {
      await hum(visitor.page, tone)
      await joinWithOpenTok(visitor.page, keys, { publisher: { source: 'humming' } })
    }
    return visitor
  }
  const connect = async (
    { sessionId, token }: Keys,
    websocket: object,
  ): Promise<{ call: AudioCall; id: string }> => {
    const called = server.nextCall()
    const answer = await restRequest(stage.stack, {
      method: 'POST',
      path: '/connect',
      body: { sessionId, token, websocket: { uri: server.uri, ...websocket } },
    })
    assert.equal(answer.status, 200)
    return { call: await called, id: String(answer.body['id']) }
  }

  for (const audioRate of [8000, 16_000, 24_000]) {
    it(`sends what is said ${audioRate} times a second, and silence while the speaker is muted`, async () => {
      const { keys } = await openTokKeys(stage.stack, 'routed')
      const alice = await enter(keys, 700)
      const { call } = await connect(keys, { audioRate })
      const loudness = levels(call, audioRate)
      await loudness.until(700, (level) => level > audible)
      const [frame] = await call.hear(1)
      assert.equal(frame?.length, (audioRate / 50) * 2)

      await publishAudio(alice, false)
      assert.equal((await call.told('websocket:media:update'))['active'], false)
      await loudness.until(700, (level) => level === 0)
      await publishAudio(alice, true)
      assert.equal((await call.told('websocket:media:update'))['active'], true)
      await loudness.until(700, (level) => level > audible)
      assert.deepEqual(unexpected(alice.errors), [])
      await alice.close()
    })
  }

  it('mixes everybody, also who comes later, or those it was told of', async () => {
    const { keys, token } = await openTokKeys(stage.stack, 'routed')
    const alice = await enter(keys, 500)
    const { call: everybody } = await connect(keys, {})
    const bob = await enter({ ...keys, token: token() }, 900)
    const streams = [await streamOf(bob)]
    const { call: onlyBob } = await connect(keys, { streams })
    const [all, one] = [levels(everybody, 16_000), levels(onlyBob, 16_000)]
    await Promise.all([
      all.until([500, 900], (...levels) => levels.every((level) => level > audible)),
      one.until([500, 900], (alices, bobs) => alices < inaudible && bobs > audible),
    ])

    await alice.close()
    await all.until([500, 900], (alices, bobs) => alices < inaudible && bobs > audible)
    await bob.close()
  })

  it('speaks and hears JSON where that was asked for', async () => {
    const { keys } = await openTokKeys(stage.stack, 'routed')
    const alice = await enter(keys)
    const called = server.nextCall()
    const { apiKey, apiSecret, emulator: apiUrl } = stage.stack
    const video = createVideoApi({ apiKey, apiSecret, apiUrl })
    const { id } = await video.audioConnectors.start(keys.sessionId, {
      token: keys.token,
      uri: server.uri,
      bidirectional: true,
      audioTransport: {
        transport: 'json',
        audioField: 'heard',
        receiveAudioField: 'said',
        staticFields: { desk: '7' },
      },
    })
    const { socket, texts } = await called
    for (const frame of toneOf(440, 16_000, 50 * 15)) {
      socket.send(JSON.stringify({ said: frame.toString('base64') }))
    }
    const tone = await heardTone(alice.page)
    assert.ok(Math.abs(tone - 440) < 12, `${tone} Hz`)

    const bob = await enter({ ...keys, token: keys.token }, 700)
    for (let level = 0; level < audible;) {
      texts.length = 0
      while (texts.length < 25) await once(socket, 'message')
      const frames = texts.filter(({ heard }) => typeof heard === 'string')
      assert.ok(frames.every(({ desk }) => desk === '7'))
      const sound = frames.map(({ heard }) => Buffer.from(String(heard), 'base64'))
      level = loudnessOf(700, Buffer.concat(sound), 16_000)
    }
    await video.audioConnectors.stop(id)
    await alice.close()
    await bob.close()
  })

  // Played to its end, what the server says would take longer.
  const limit = { timeout: 40_000 }
  it('brings what its server says into the session, until that is cleared', limit, async () => {
    const { keys } = await openTokKeys(stage.stack, 'routed')
    const alice = await enter(keys)
    const { call, id } = await connect(keys, { bidirectional: true })
    for (const frame of toneOf(440, 16_000, 50 * 55)) call.socket.send(frame)
    const heard = await heardTone(alice.page)
    assert.ok(Math.abs(heard - 440) < 12, `${heard} Hz`)

    call.socket.send(JSON.stringify({ action: 'notify', payload: { spoken: 'everything' } }))
    call.socket.send(JSON.stringify({ event: 'clearAudio' }))
    const told = await call.told('websocket:notify')
    assert.deepEqual(told['payload'], { spoken: 'everything' })
    assert.ok(await alice.page.evaluate(() => Reflect.get(globalThis, 'subscribers').length === 1))

    const gone = await listenFor(alice.page, 'streamDestroyed')
    const ended = call.told('websocket:disconnected')
    const stop = { method: 'POST', path: `/connect/${id}/stop` }
    assert.equal((await restRequest(stage.stack, stop)).status, 200)
    await Promise.all([gone.comes(), ended])
    assert.deepEqual(unexpected(alice.errors), [])
    await alice.close()
  })
})

/** How loud tones are to the server, half a second at a time. */
function levels(call: AudioCall, rate: number) {
  return {
    async until(
      tones: number | number[],
      isSo: (...levels: [number, ...number[]]) => boolean,
    ): Promise<void> {
      for (;;) {
        const sound = Buffer.concat(await call.hear(25))
        const heard = [tones].flat().map((tone) => loudnessOf(tone, sound, rate))
        if (isSo(...(heard as [number, ...number[]]))) return
      }
    },
  }
}

function publishAudio({ page }: Visitor, isOn: boolean): Promise<void> {
  return page.evaluate((on) => Reflect.get(globalThis, 'publisher').publishAudio(on), isOn)
}

function streamOf({ page }: Visitor): Promise<string> {
  return page.evaluate(() => String(Reflect.get(globalThis, 'publisher').stream.streamId))
}
