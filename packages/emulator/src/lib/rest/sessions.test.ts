import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { apiKey } from '../testing/app.ts'
import { restStage } from '../testing/rest.ts'
import { publishing } from '../testing/session.ts'

describe('a signal from a server', () => {
  it('reaches everybody, or one connection, and has no sender', async () => {
    const { enter, request } = restStage()
    const alice = enter('alice')
    const bob = enter('bob')
    const signal = { type: 'chat', data: 'hi' }

    assert.equal((await request('POST', '/session/:session/signal', signal)).status, 204)
    assert.equal(
      (await request('POST', '/session/:session/connection/bob/signal', signal)).status,
      204,
    )
    const heard = (told: typeof alice) => told.filter(({ method }) => method === 'signal')
    assert.deepEqual([heard(alice).length, heard(bob).length], [1, 2])
    assert.deepEqual(heard(alice)[0]?.content, signal)
    assert.equal(heard(alice)[0]?.from, '')
  })

  it('is refused when it is wrong, too long, or for nobody', async () => {
    const { enter, request } = restStage()
    enter('alice')
    const status = async (path: string, body: unknown) => (await request('POST', path, body)).status
    const all = '/session/:session/signal'
    assert.equal(await status(all, { type: 1 }), 400)
    assert.equal(await status(all, { type: 't'.repeat(129) }), 413)
    assert.equal(await status(all, { data: 'd'.repeat(8193) }), 413)
    assert.equal(await status('/session/:session/connection/nobody/signal', {}), 404)
    assert.equal(await status('/session/2_nowhere/signal', {}), 404)
  })
})

describe('connections over REST', () => {
  it('are listed oldest first', async () => {
    const { enter, request, sessionId, clock } = restStage()
    enter('alice')
    clock.advance(5)
    enter('bob')
    const { status, body } = await request('GET', '/session/:session/connection')
    const [first, second] = [clock.now() - 5, clock.now()]
    assert.equal(status, 200)
    assert.deepEqual(body, {
      count: 2,
      projectId: apiKey,
      sessionId,
      items: [
        { connectionId: 'alice', connectionState: 'Connected', createdAt: first },
        { connectionId: 'bob', connectionState: 'Connected', createdAt: second },
      ],
    })
  })

  it('are put out, once', async () => {
    const { enter, request } = restStage()
    const alice = enter('alice')
    const path = '/session/:session/connection/alice'
    assert.equal((await request('DELETE', path)).status, 204)
    assert.equal(alice.at(-1)?.reason, 'forceDisconnected')
    assert.equal((await request('DELETE', path)).status, 404)
  })
})

describe('streams over REST', () => {
  const st = { id: 'st', videoType: 'camera', name: 'st', layoutClassList: [] }

  it('are listed and shown', async () => {
    const { enter, say, request } = restStage()
    enter('alice')
    const list = '/session/:session/stream'
    assert.deepEqual((await request('GET', list)).body, { count: 0, items: [] })
    say('alice', publishing('st'))
    assert.deepEqual((await request('GET', list)).body, { count: 1, items: [st] })
    assert.deepEqual((await request('GET', `${list}/st`)).body, st)
    assert.equal((await request('GET', `${list}/other`)).status, 408)
  })

  it('take layout classes, all at once or one by one', async () => {
    const { enter, say, request } = restStage()
    enter('alice')
    say('alice', publishing('st'))
    const list = '/session/:session/stream'
    const both = await request('PUT', list, { items: [{ id: 'st', layoutClassList: ['full'] }] })
    assert.deepEqual(both.body['items'], [{ ...st, layoutClassList: ['full'] }])
    const one = await request('PUT', `${list}/st`, { layoutClassList: ['focus', 'big'] })
    assert.deepEqual(one.body['items'], [{ ...st, layoutClassList: ['focus', 'big'] }])

    const items = [{ id: 'other', layoutClassList: [] }]
    assert.equal((await request('PUT', list, { items })).status, 408)
    assert.equal((await request('PUT', list, { items: 'all' })).status, 400)
  })
})

describe('muting over REST', () => {
  const muted = { reason: 'mute', channels: ['audio'], active: true }

  it('mutes one stream', async () => {
    const { enter, say, request } = restStage()
    const alice = enter('alice')
    say('alice', publishing('st'))
    const { status, body } = await request('POST', '/session/:session/stream/st/mute')
    assert.equal(status, 200)
    assert.equal(body['id'], apiKey)
    assert.equal(body['status'], 'ACTIVE')
    assert.equal('secret' in body, false)
    assert.deepEqual(alice.at(-1)?.content, muted)
    assert.equal((await request('POST', '/session/:session/stream/other/mute')).status, 404)
  })

  it('mutes everybody but the exceptions, and those who come later until it is lifted', async () => {
    const { enter, say, request } = restStage()
    const [alice, bob] = [enter('alice'), enter('bob')]
    say('alice', publishing('a'))
    say('bob', publishing('b'))
    const path = '/session/:session/mute'

    await request('POST', path, { active: true, excludedStreamIds: ['b'] })
    assert.deepEqual(
      alice.slice(-2).map(({ content }) => content),
      [muted, { reason: 'mute', active: true }],
    )
    assert.equal(
      bob.some(({ content }) => content['reason'] === 'mute'),
      false,
    )
    assert.equal((await request('POST', path, { active: 'false' })).status, 200)
    assert.deepEqual(bob.at(-1)?.content, { reason: 'mute', active: false })
    assert.equal((await request('POST', path, { active: 'perhaps' })).status, 400)
    assert.equal((await request('POST', path, {})).status, 400)
  })
})
