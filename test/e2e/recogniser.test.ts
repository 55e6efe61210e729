import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createEmulator, type Recogniser } from 'opentok-emulator'
import { loudnessOf } from '../support/audio-server.ts'
import { newVisitor, unexpected, type Visitor } from '../support/browser.ts'
import { hum } from '../support/humming.ts'
import { openTokKeys, openTokSdk } from '../support/official-sdks.ts'
import { joinWithOpenTok, type Keys } from '../support/opentok-client.ts'
import { restRequest } from '../support/rest.ts'
import { useCallStage } from '../support/stage.ts'

const tone = 700
const second = 50

describe('a speech recogniser', () => {
  const stage = useCallStage()

  /** A call with captions in German, which somebody watches. */
  const captioned = async (
    test: TestContext,
    recognise: Recogniser,
  ): Promise<{ captions: () => Promise<unknown[]>; streamId: string }> => {
    const emulator = await createEmulator({ recognise })
    test.after(() => emulator.close())
    const at = { ...stage.stack, ...emulator, emulator: emulator.url }
    const { keys, token } = await openTokKeys(at, 'routed')
    const enter = async (own: Keys, watch: 'only' | 'not'): Promise<Visitor> => {
      const visitor = await newVisitor(stage.browser)
      test.after(() => visitor.close())
      await visitor.page.goto(stage.bare)
      if (watch === 'not') await hum(visitor.page, tone)
      const publisher = { source: 'humming', publishCaptions: true } as const
      await joinWithOpenTok(visitor.page, own, {
        publisher: watch === 'only' ? 'none' : publisher,
      })
      return visitor
    }
    const alice = await enter(keys, 'not')
    const bob = await enter({ ...keys, token: token() }, 'only')
    const streamId = await bob.page.evaluate(async () => {
      const told: unknown[] = []
      const session = Reflect.get(globalThis, 'session')
      session.on('captionReceived', ({ streamId, caption, isFinal }: Record<string, unknown>) =>
        told.push({ streamId, caption, isFinal }),
      )
      Object.assign(globalThis, { told })
      let subscriber
      do {
        await new Promise(requestAnimationFrame)
        ;[subscriber] = Reflect.get(globalThis, 'subscribers')
      } while (!subscriber?.stream)
      await subscriber.subscribeToCaptions(true)
      return String(subscriber.stream.streamId)
    })
    const moderator = openTokSdk(at).generateToken(keys.sessionId, { role: 'moderator' })
    const body = { sessionId: keys.sessionId, token: moderator, languageCode: 'de-DE' }
    const started = await restRequest(at, { method: 'POST', path: '/captions', body })
    assert.equal(started.status, 202)
    return {
      streamId,
      captions: async () => {
        await bob.page.waitForFunction(() => Reflect.get(globalThis, 'told').length >= 2)
        assert.deepEqual(unexpected([...alice.errors, ...bob.errors]), [])
        return bob.page.evaluate(() => Reflect.get(globalThis, 'told'))
      },
    }
  }

  it('hears each stream that is captioned, and what it writes is shown in that order', async (test) => {
    const { captions, streamId } = await captioned(test, ({ language, sampleRate, say }) => {
      const heard: Int16Array[] = []
      return {
        hear: (samples) => {
          if (heard.push(samples) % second !== 0) return
          const sound = Buffer.concat(heard.splice(0).map((part) => Buffer.from(part.buffer)))
          if (loudnessOf(tone, sound, sampleRate) < 0.1) return
          say('a', { isFinal: false })
          say(`a tone in ${language}`)
        },
      }
    })
    assert.deepEqual((await captions()).slice(0, 2), [
      { streamId, caption: 'a', isFinal: false },
      { streamId, caption: 'a tone in de-DE', isFinal: true },
    ])
  })
})
