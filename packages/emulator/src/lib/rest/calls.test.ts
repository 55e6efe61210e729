import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { apiKey } from '../testing/app.ts'
import { restStage } from '../testing/rest.ts'
import type { RestStage } from '../testing/rest.ts'

async function dial(stage: RestStage, sip: Readonly<Record<string, unknown>> = {}) {
  const token = await stage.clientToken('publisher', { connection_data: 'phone' })
  const body = { sessionId: stage.sessionId, token, sip: { uri: 'sip:bob@example.com', ...sip } }
  return stage.request('POST', '/dial', body)
}

/** What the owner heard of calls, without what is the same in all of it. */
function eventsOf({ callbacks }: RestStage): readonly (readonly unknown[])[] {
  return callbacks
    .filter(({ group }) => group === 'sip')
    .map(({ body }) => [body['event'], body['state'] ?? body['reason_code']])
}

describe('a SIP call', () => {
  it('beeps at its far end, with a picture when one is asked for', async () => {
    const stage = restStage()
    const { body } = await dial(stage, { video: true })
    const stream = stage.platform.find(stage.sessionId)?.streams.get(String(body['streamId']))
    const acts = stream?.sources.map(({ act }) => act)
    assert.deepEqual(acts, [{ type: 'test', hertz: 425, colour: 'teal' }])
  })

  it('is in the session at once, rings, and is answered', async () => {
    const stage = restStage()
    const alice = stage.enter('alice')
    const { status, body } = await dial(stage)
    assert.equal(status, 200)
    const { id, connectionId, streamId, projectId, sessionId } = body
    assert.deepEqual([projectId, sessionId], [apiKey, stage.sessionId])
    for (const each of [id, connectionId, streamId]) assert.match(String(each), /^[\da-f-]{36}$/)
    const created = alice.filter(({ method }) => method === 'created').slice(1)
    assert.deepEqual(
      created.map(({ content }) => content['id']),
      [connectionId, streamId],
    )
    assert.equal(created[0]?.content['data'], 'phone')

    stage.clock.advance(2000)
    assert.deepEqual(eventsOf(stage), [
      ['callCreated', undefined],
      ['callUpdated', 'DIALING'],
      ['callUpdated', 'RINGING'],
      ['callUpdated', 'ACTIVE'],
    ])
    await stage.request('DELETE', `/session/:session/connection/${String(connectionId)}`)
    assert.deepEqual(eventsOf(stage).slice(-2), [
      ['callUpdated', 'HANGUP'],
      ['callDestroyed', 200],
    ])
    assert.equal(alice.at(-1)?.reason, 'forceDisconnected')
  })

  it('is refused by a far end that is named by a SIP status', async () => {
    const stage = restStage()
    const alice = stage.enter('alice')
    await dial(stage, { uri: 'sip:486@example.com' })
    stage.clock.advance(2000)
    assert.deepEqual(eventsOf(stage).at(-1), ['callDestroyed', 486])
    assert.ok(alice.at(-1)?.uri.includes('/connection/'))
  })

  it('ends when nobody has been there for five minutes, and after six hours', async () => {
    const stage = restStage()
    stage.enter('alice')
    await dial(stage)
    stage.clock.advance(2000)
    stage.say('alice', { type: 'leave', reason: 'clientDisconnected' })
    stage.clock.advance(299_999)
    assert.equal(eventsOf(stage).at(-1)?.[1], 'ACTIVE')
    stage.clock.advance(1)
    assert.equal(eventsOf(stage).at(-1)?.[0], 'callDestroyed')

    stage.enter('alice')
    await dial(stage)
    stage.clock.advance(6 * 60 * 60 * 1000 + 2000)
    assert.equal(eventsOf(stage).at(-1)?.[0], 'callDestroyed')
  })

  it('lets itself be muted only when it observes that', async () => {
    for (const observeForceMute of [true, false]) {
      const stage = restStage()
      const alice = stage.enter('alice')
      const { body } = await dial(stage, { observeForceMute })
      await stage.request('POST', `/session/:session/stream/${String(body['streamId'])}/mute`)
      const muted = alice.some(({ uri, content }) => {
        return uri.endsWith('/channel/audio1') && content['active'] === false
      })
      assert.equal(muted, observeForceMute)
      assert.equal(eventsOf(stage).at(-1)?.[0] === 'muteForced', observeForceMute)
    }
  })

  it('takes tones, by call or for all', async () => {
    const stage = restStage()
    stage.enter('alice')
    const { body } = await dial(stage)
    const all = '/session/:session/play-dtmf'
    const one = `/session/:session/connection/${String(body['connectionId'])}/play-dtmf`
    assert.equal((await stage.request('POST', all, { digits: '12p' })).status, 200)
    assert.equal((await stage.request('POST', one, { digits: '*#' })).status, 200)
    const [call] = stage.platform.find(stage.sessionId)?.calls.values() ?? []
    assert.equal(call?.digits, '12p*#')
    assert.equal((await stage.request('POST', all, { digits: '12x' })).status, 400)
    const nobody = '/session/:session/connection/nobody/play-dtmf'
    assert.equal((await stage.request('POST', nobody, { digits: '1' })).status, 404)
  })

  it('is refused for the wrong session, token and address', async () => {
    const stage = restStage()
    assert.equal((await dial(stage, { uri: 'tel:+4930' })).status, 400)
    assert.equal((await dial(stage, { uri: undefined })).status, 400)
    assert.equal((await dial(stage, { headers: 'X-Foo' })).status, 400)
    const token = await stage.clientToken('subscriber')
    const sip = { uri: 'sip:bob@example.com' }
    const ask = async (body: object) => (await stage.request('POST', '/dial', body)).status
    assert.equal(await ask({ sessionId: stage.sessionId, token, sip }), 403)
    assert.equal(await ask({ sessionId: '2_nowhere', token, sip }), 404)
    assert.equal((await dial(restStage({ mediaMode: 'relayed' }))).status, 409)
  })
})
