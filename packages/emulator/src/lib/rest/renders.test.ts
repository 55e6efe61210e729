import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { apiKey } from '../testing/app.ts'
import { restStage } from '../testing/rest.ts'
import type { RestStage } from '../testing/rest.ts'

const url = 'https://example.com/page'

async function start(stage: RestStage, differing: Readonly<Record<string, unknown>> = {}) {
  const token = await stage.clientToken()
  return stage.request('POST', '/render', { sessionId: stage.sessionId, token, url, ...differing })
}

describe('a render of a page', () => {
  it('is started, becomes a stream, and is stopped', async () => {
    const stage = restStage()
    const alice = stage.enter('alice')
    const { status, body } = await start(stage, { properties: { name: 'slides' } })
    assert.equal(status, 202)
    const { id, streamId, createdAt } = body
    const shown = {
      id,
      sessionId: stage.sessionId,
      projectId: apiKey,
      createdAt,
      updatedAt: createdAt,
      name: 'slides',
      url,
      resolution: '1280x720',
      streamId,
    }
    assert.deepEqual(body, { ...shown, status: 'starting' })
    stage.clock.advance(1000)
    const now = stage.clock.now()
    const path = `/render/${String(id)}`
    const started = { ...shown, status: 'started', updatedAt: now }
    assert.deepEqual((await stage.request('GET', path)).body, started)
    assert.deepEqual((await stage.request('POST', path)).body, started)
    const { content } = alice.at(-1) ?? {}
    assert.deepEqual([content?.['id'], content?.['name']], [streamId, 'slides'])

    assert.equal((await stage.request('DELETE', path)).status, 200)
    const ended = (await stage.request('GET', path)).body
    assert.deepEqual([ended['status'], ended['reason']], ['stopped', 'Stop Requested'])
    assert.ok(alice.at(-1)?.uri.includes('/connection/'))
    assert.deepEqual(
      stage.callbacks.filter(({ group }) => group === 'render').map(({ body: b }) => b['status']),
      ['started', 'stopped'],
    )
    assert.equal((await stage.request('DELETE', '/render/none')).status, 404)
  })

  it('ends after its time, and when a moderator ends its stream', async () => {
    const stage = restStage()
    stage.enter('max', 'moderator')
    const first = await start(stage, { maxDuration: 60 })
    stage.clock.advance(60_000)
    const reasonOf = async (id: unknown) =>
      (await stage.request('GET', `/render/${String(id)}`)).body['reason']
    assert.equal(await reasonOf(first.body['id']), 'Max Duration Exceeded')

    const second = await start(stage)
    stage.clock.advance(1000)
    stage.say('max', { type: 'unpublish', stream: String(second.body['streamId']) })
    assert.match(String(await reasonOf(second.body['id'])), /moderator/)
  })

  it('is listed newest first, in pages', async () => {
    const stage = restStage()
    const ids: unknown[] = []
    for (let index = 0; index < 3; index++) {
      ids.unshift((await start(stage)).body['id'])
      stage.clock.advance(10)
    }
    const { body } = await stage.request('GET', '/render?offset=1&count=1')
    const items = body['items'] as readonly { readonly id: string }[]
    assert.deepEqual([body['count'], items.map(({ id }) => id)], [3, [ids[1]]])
    assert.equal((await stage.request('GET', '/render?count=many')).status, 400)
  })

  it('is refused with the number the platform has for what is wrong', async () => {
    const stage = restStage()
    const code = async (differing: Readonly<Record<string, unknown>>) => {
      const { status, body } = await start(stage, differing)
      return [status, body['code']]
    }
    assert.deepEqual(await code({ url: 'example' }), [400, 50001])
    assert.deepEqual(await code({ maxDuration: 59 }), [400, 50005])
    assert.deepEqual(await code({ resolution: '1x1' }), [400, 50006])
    assert.deepEqual(await code({ properties: { name: 'n'.repeat(201) } }), [400, 50007])
    assert.deepEqual(await code({ sessionId: '2_nowhere' }), [400, 50008])
    assert.deepEqual(await code({ token: 'garbage' }), [403, 10001])
    assert.deepEqual(await code({ token: await stage.clientToken('subscriber') }), [403, 10002])
    const other = await stage.clientToken('publisher', { session_id: '2_other' })
    assert.deepEqual(await code({ token: other }), [403, 10007])
    const expired = await stage.clientToken('publisher', { exp: 1 })
    assert.deepEqual(await code({ token: expired }), [403, 10012])
  })
})
