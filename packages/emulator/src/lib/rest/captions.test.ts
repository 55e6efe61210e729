import assert from 'node:assert/strict'
import { wantsEverything } from '../media/wants.ts'
import { describe, it } from 'node:test'
import { askSession } from '../platform/ask.ts'
import { apiKey } from '../testing/app.ts'
import { restStage } from '../testing/rest.ts'
import type { RestStage } from '../testing/rest.ts'
import { publishing } from '../testing/session.ts'

async function start(stage: RestStage, differing: Readonly<Record<string, unknown>> = {}) {
  const token = await stage.clientToken('moderator')
  const body = { sessionId: stage.sessionId, token, ...differing }
  return stage.request('POST', '/captions', body)
}

describe('captions', () => {
  it('are started once, shown and stopped', async () => {
    const stage = restStage()
    stage.enter('alice')
    const statusCallbackUrl = 'http://127.0.0.1:9/captions'
    const { status, body } = await start(stage, { languageCode: 'de-DE', statusCallbackUrl })
    assert.equal(status, 202)
    const id = String(body['captionsId'])
    assert.equal((await start(stage)).status, 409)

    stage.clock.advance(5000)
    const { createdAt, ...shown } = (await stage.request('GET', `/captions/${id}`)).body
    assert.equal(createdAt, stage.clock.now() - 5000)
    assert.deepEqual(shown, {
      captionId: id,
      projectId: apiKey,
      sessionId: stage.sessionId,
      status: 'started',
      updatedAt: createdAt,
      duration: 5,
      languageCode: 'de-DE',
      provider: 'opentok-emulator',
    })
    assert.equal((await stage.request('POST', `/captions/${id}/stop`)).status, 202)
    assert.deepEqual(
      stage.callbacks
        .filter(({ group }) => group === 'captions')
        .map(({ body: { status: was, reason }, url }) => [was, reason, url]),
      [
        ['started', undefined, statusCallbackUrl],
        ['stopped', 'user initiated', statusCallbackUrl],
      ],
    )
    assert.equal((await start(stage)).status, 202)
  })

  it('end with the call, and after their time', async () => {
    const stage = restStage()
    stage.enter('alice')
    await start(stage)
    stage.say('alice', { type: 'leave', reason: 'clientDisconnected' })
    assert.equal(stage.callbacks.at(-1)?.body['reason'], 'session ended')

    stage.enter('alice')
    await start(stage, { maxDuration: 300 })
    stage.clock.advance(300_000)
    assert.equal(stage.callbacks.at(-1)?.body['reason'], 'maximum duration exceeded')
  })

  it('are refused for the wrong session, token, language and time', async () => {
    const stage = restStage()
    assert.equal((await start(stage)).status, 404, 'nobody is there')
    stage.enter('alice')
    const status = async (differing: Readonly<Record<string, unknown>>) =>
      (await start(stage, differing)).status
    assert.equal(await status({ token: await stage.clientToken('publisher') }), 403)
    assert.equal(await status({ token: 'T1==' }), 403)
    assert.equal(await status({ sessionId: '2_nowhere' }), 404)
    assert.equal(await status({ languageCode: 'Klingon' }), 400)
    assert.equal(await status({ maxDuration: 299 }), 400)
    assert.equal(await status({ statusCallbackUrl: 'ftp://127.0.0.1/' }), 400)
    assert.equal((await stage.request('GET', '/captions/none')).status, 404)
    assert.equal((await stage.request('POST', '/captions/none/stop')).status, 404)

    const relayed = restStage({ mediaMode: 'relayed' })
    relayed.enter('alice')
    assert.equal((await start(relayed)).status, 409)
  })

  it('start when the address for their callbacks is null', async () => {
    const stage = restStage()
    stage.enter('alice')
    assert.equal((await start(stage, { statusCallbackUrl: null })).status, 202)
    const started = stage.callbacks.filter(({ group }) => group === 'captions')
    assert.deepEqual(
      started.map(({ url }) => url),
      [undefined],
    )
  })

  it('reach those who watch a captioned stream and asked for them', async () => {
    const stage = restStage()
    const [alice, bob, carol] = [stage.enter('alice'), stage.enter('bob'), stage.enter('carol')]
    const captioned = { id: 'caption1', type: 'data', active: false }
    const { content, ...message } = publishing('st')
    stage.say('alice', { ...message, content: { ...content, channel: [captioned] } })
    for (const name of ['bob', 'carol']) {
      const watch = { stream: 'st', subscription: `${name}-sub` } as const
      stage.say(name, { type: 'subscribe', ...watch, encrypted: false, wants: wantsEverything })
    }
    const wish = { stream: 'st', subscription: 'bob-sub', channel: 'caption1' } as const
    stage.say('bob', { type: 'update-subscription', ...wish, content: { active: true } })

    const speak = () => {
      const spoken = { id: 'x', stream: 'st', text: 'Hello', isFinal: true }
      return askSession(stage.platform, stage.sessionId, { type: 'caption', ...spoken })
    }
    assert.equal(speak().status, 409, 'captions do not run')
    await start(stage)
    assert.equal(speak().status, 409, 'the publisher has not turned captions on')
    const turnOn = { stream: 'st', channel: 'caption1', content: { active: true } } as const
    stage.say('alice', { type: 'update-channel', ...turnOn })
    assert.deepEqual(speak().body, { receivers: 1 })

    const captions = (told: typeof bob) => told.filter(({ method }) => method === 'data')
    assert.deepEqual([captions(alice).length, captions(carol).length], [0, 0])
    const [heard] = captions(bob)
    assert.ok(heard?.uri.endsWith('/stream/st/channel/caption1/data/x'))
    const data = heard?.content['data']
    assert.deepEqual(JSON.parse(typeof data === 'string' ? data : ''), {
      streamId: 'st',
      isFinal: true,
      caption: { text: 'Hello' },
    })
    assert.equal(
      stage.say('bob', { type: 'caption', id: 'y', stream: 'st', text: 'me', isFinal: true })
        .status,
      403,
    )
  })
})
