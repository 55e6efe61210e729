import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { apiKey } from '../testing/app.ts'
import { restStage } from '../testing/rest.ts'
import type { RestStage } from '../testing/rest.ts'
import { publishing } from '../testing/session.ts'

/** A stage on which somebody publishes. */
function recordable(): RestStage {
  const stage = restStage()
  stage.enter('alice')
  stage.say('alice', publishing('st'))
  return stage
}

async function start({ request, sessionId }: RestStage, options: object = {}) {
  return request('POST', '/archive', { sessionId, ...options })
}

async function startedId(stage: RestStage, options: object = {}): Promise<string> {
  const { status, body } = await start(stage, options)
  assert.equal(status, 200, JSON.stringify(body))
  return String(body['id'])
}

describe('starting an archive over REST', () => {
  it('answers with the archive as SDKs expect it', async () => {
    const stage = recordable()
    const { status, body } = await start(stage, { name: 'a call', multiArchiveTag: 'first' })
    assert.equal(status, 200)
    const { id, ...rest } = body
    assert.match(String(id), /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    assert.deepEqual(rest, {
      event: 'archive',
      status: 'started',
      name: 'a call',
      reason: '',
      sessionId: stage.sessionId,
      projectId: apiKey,
      partnerId: Number(apiKey),
      createdAt: stage.clock.now(),
      updatedAt: stage.clock.now(),
      size: 0,
      duration: 0,
      hasAudio: true,
      hasVideo: true,
      streamMode: 'auto',
      streams: [{ streamId: 'st', hasAudio: true, hasVideo: true }],
      outputMode: 'composed',
      resolution: '640x480',
      hasTranscription: false,
      sha256sum: '',
      password: '',
      url: null,
      multiArchiveTag: 'first',
    })
    const told = stage.callbacks.filter(({ group }) => group === 'archive')
    const { multiArchiveTag: _, ...described } = body
    assert.deepEqual(
      told.map(({ body: reported }) => reported),
      [described],
    )
  })

  it('takes what the SDKs write for nothing as nothing', async () => {
    const stage = recordable()
    const nothing = { name: null, resolution: null, layout: null, maxBitrate: null }
    assert.equal((await start(stage, { ...nothing, hasAudio: 'true', unknown: 1 })).status, 200)
  })

  it('keeps what was asked for', async () => {
    const { body } = await start(recordable(), {
      outputMode: 'individual',
      streamMode: 'manual',
      hasVideo: false,
      hasTranscription: true,
      transcriptionProperties: { hasSummary: true },
    })
    const { outputMode, streamMode, hasVideo, resolution, transcription } = body
    assert.deepEqual([outputMode, streamMode, hasVideo], ['individual', 'manual', false])
    assert.equal(resolution, undefined)
    assert.deepEqual(transcription, {
      status: 'requested',
      primaryLanguageCode: 'en-US',
      hasSummary: true,
      url: null,
      reason: '',
    })
  })

  it('is refused for what makes no sense', async () => {
    const stage = recordable()
    for (const wrong of [
      { sessionId: undefined },
      { hasAudio: false, hasVideo: false },
      { hasAudio: 'perhaps' },
      { outputMode: 'both' },
      { resolution: '800x600' },
      { outputMode: 'individual', resolution: '640x480' },
      { outputMode: 'individual', maxBitrate: 200_000 },
      { outputMode: 'individual', quantizationParameter: 20 },
      { streamMode: 'some' },
      { maxBitrate: 99_999 },
      { maxBitrate: 6_000_001 },
      { quantizationParameter: 14 },
      { quantizationParameter: 41 },
      { quantizationParameter: 20, maxBitrate: 200_000 },
      { layout: { type: 'custom' } },
      { layout: { type: 'bestFit', stylesheet: 'stream {}' } },
      { layout: { type: 'pip', screenshareType: 'pip' } },
      { transcriptionProperties: { primaryLanguageCode: 'as I speak' } },
    ]) {
      assert.equal((await start(stage, wrong)).status, 400, JSON.stringify(wrong))
    }
    assert.equal(stage.callbacks.filter(({ group }) => group === 'archive').length, 0)
  })

  it('needs a session of the caller with somebody in it that is not being recorded', async () => {
    const stage = recordable()
    assert.equal((await start(stage, { sessionId: '2_nowhere' })).status, 404)
    assert.equal((await start(restStage())).status, 404)
    assert.equal((await start(restStage({ key: '7' }))).status, 404)
    const relayed = restStage({ mediaMode: 'relayed' })
    relayed.enter('alice')
    const refused = await start(relayed)
    assert.deepEqual([refused.status, refused.body.code], [409, 15_008])
    await startedId(stage)
    assert.equal((await start(stage)).status, 409)
    assert.equal((await start(stage, { multiArchiveTag: 'second' })).status, 200)
  })
})

describe('archives over REST', () => {
  it('are listed newest first, page by page, for all sessions or for one', async () => {
    const stage = recordable()
    const ids: string[] = []
    for (const multiArchiveTag of ['1', '2', '3']) {
      ids.unshift(await startedId(stage, { multiArchiveTag }))
      stage.clock.advance(1)
    }
    const list = async (query: string) => {
      const { body } = await stage.request('GET', `/archive${query}`)
      const items = body['items'] as { id: string }[]
      return { count: body['count'], ids: items.map(({ id }) => id) }
    }
    assert.deepEqual(await list(''), { count: 3, ids })
    assert.deepEqual(await list('?offset=1&count=1'), { count: 3, ids: ids.slice(1, 2) })
    assert.deepEqual(await list(`?sessionId=${stage.sessionId}`), { count: 3, ids })
    assert.deepEqual(await list('?sessionId=2_other'), { count: 0, ids: [] })
    assert.equal((await stage.request('GET', '/archive?count=1001')).status, 400)
    assert.equal((await stage.request('GET', '/archive?offset=-1')).status, 400)
  })

  it('are stopped once, and then are there to be deleted', async () => {
    const stage = recordable()
    const id = await startedId(stage)
    stage.clock.advance(5000)
    const path = `/archive/${id}`
    assert.equal((await stage.request('DELETE', path)).status, 409)
    const stopped = await stage.request('POST', `${path}/stop`)
    assert.equal(stopped.status, 200)
    const { status, reason, duration, url } = stopped.body
    assert.deepEqual([status, reason, duration, url], ['stopped', 'user initiated', 5, null])
    assert.equal((await stage.request('POST', `${path}/stop`)).status, 409)

    stage.clock.advance(1000)
    assert.equal((await stage.request('GET', path)).body['status'], 'available')
    assert.equal((await stage.request('DELETE', path)).status, 204)
    assert.equal((await stage.request('GET', path)).body['status'], 'deleted')
    assert.equal((await stage.request('GET', '/archive')).body['count'], 0)
    assert.deepEqual(
      stage.callbacks.filter(({ group }) => group === 'archive').map(({ body }) => body['status']),
      ['started', 'stopped', 'available', 'deleted'],
    )
  })

  it('take another layout, and streams by hand', async () => {
    const stage = recordable()
    const id = await startedId(stage, { streamMode: 'manual' })
    const put = async (body: object) =>
      (await stage.request('PUT', `/archive/${id}/layout`, body)).status
    assert.equal(await put({ type: 'bestFit', screenshareType: 'pip' }), 200)
    assert.equal(await put({ type: 'custom', stylesheet: 'stream {}' }), 200)
    assert.equal(await put({ type: 'grid' }), 400)
    const patch = async (body: object) =>
      (await stage.request('PATCH', `/archive/${id}/streams`, body)).status
    assert.equal(await patch({ addStream: 'st', hasVideo: false }), 204)
    assert.deepEqual((await stage.request('GET', `/archive/${id}`)).body['streams'], [
      { streamId: 'st', hasAudio: true, hasVideo: false },
    ])
    assert.equal(await patch({ removeStream: 'st' }), 204)
    assert.equal(await patch({ addStream: 'other' }), 404)
    assert.equal(await patch({ addStream: 'st', removeStream: 'st' }), 400)
    assert.equal(await patch({}), 400)
  })

  it('are not there for who does not own them', async () => {
    const { request } = recordable()
    const id = '11111111-2222-4333-8444-555555555555'
    assert.equal((await request('GET', `/archive/${id}`)).status, 404)
    assert.equal((await request('DELETE', `/archive/${id}`)).status, 404)
    assert.equal((await request('POST', `/archive/${id}/stop`)).status, 404)
    assert.equal((await request('PUT', `/archive/${id}/layout`, { type: 'pip' })).status, 404)
    assert.equal(
      (await request('PATCH', `/archive/${id}/streams`, { addStream: 'st' })).status,
      404,
    )
  })
})
