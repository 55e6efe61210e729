import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { apiKey } from '../testing/app.ts'
import { restStage } from '../testing/rest.ts'
import type { RestStage } from '../testing/rest.ts'
import { publishing } from '../testing/session.ts'

const rtmp = { id: 'r', serverUrl: 'rtmps://media.example/app', streamName: 'name' }
const hls = { outputs: { hls: {} } }

function live(): RestStage {
  const stage = restStage()
  stage.enter('alice')
  stage.say('alice', publishing('st'))
  return stage
}

async function start({ request, sessionId }: RestStage, options: object = hls) {
  return request('POST', '/broadcast/', { sessionId, ...options })
}

async function startedPath(stage: RestStage, options: object = hls): Promise<string> {
  const { status, body } = await start(stage, options)
  assert.equal(status, 200, JSON.stringify(body))
  return `/broadcast/${String(body['id'])}`
}

describe('starting a broadcast over REST', () => {
  it('answers with the broadcast as SDKs expect it', async () => {
    const stage = live()
    const { status, body } = await start(stage, {
      outputs: { hls: { dvr: true }, rtmp: [rtmp] },
      resolution: '1280x720',
      multiBroadcastTag: 'first',
    })
    assert.equal(status, 200)
    const { id, ...rest } = body
    assert.match(String(id), /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    assert.deepEqual(rest, {
      event: 'broadcast',
      status: 'started',
      sessionId: stage.sessionId,
      projectId: apiKey,
      partnerId: Number(apiKey),
      createdAt: stage.clock.now(),
      updatedAt: stage.clock.now(),
      maxDuration: 14_400,
      resolution: '1280x720',
      hasAudio: true,
      hasVideo: true,
      streamMode: 'auto',
      streams: [{ streamId: 'st', hasAudio: true, hasVideo: true }],
      broadcastUrls: {
        hls: `http://localhost:4848/broadcasts/${apiKey}/${String(id)}/playlist.m3u8?DVR`,
        hlsStatus: 'connecting',
        rtmp: [{ ...rtmp, status: 'connecting' }],
      },
      settings: { hls: { dvr: true, lowLatency: false } },
      multiBroadcastTag: 'first',
    })
    const { multiBroadcastTag: _, ...described } = body
    assert.deepEqual(stage.callbacks.at(-1)?.body, described)
  })

  it('takes what the PHP SDK writes', async () => {
    const options = { outputs: { hls: [], rtmp }, maxBitRate: 2_000_000, layout: null }
    const { status, body } = await start(live(), options)
    assert.equal(status, 200)
    assert.equal(body['maxBitrate'], 2_000_000)
  })

  it('is refused for what makes no sense', async () => {
    const stage = live()
    for (const wrong of [
      { outputs: undefined },
      { outputs: {} },
      { outputs: { rtmp: [] } },
      { outputs: { hls: { dvr: true, lowLatency: true } } },
      { outputs: { rtmp: Array.from({ length: 6 }, () => rtmp) } },
      { outputs: { rtmp: [{ ...rtmp, serverUrl: 'https://media.example' }] } },
      { outputs: { rtmp: [{ serverUrl: 'rtmp://media.example' }] } },
      { ...hls, maxDuration: 59 },
      { ...hls, maxDuration: 36_001 },
      { ...hls, maxBitrate: 1 },
      { ...hls, resolution: '1x1' },
      { ...hls, streamMode: 'some' },
      { ...hls, layout: { type: 'grid' } },
      { ...hls, hasAudio: false, hasVideo: false },
    ]) {
      assert.equal((await start(stage, wrong)).status, 400, JSON.stringify(wrong))
    }
  })

  it('needs a session of the caller with somebody in it that is not on air', async () => {
    const stage = live()
    assert.equal((await start(stage, { ...hls, sessionId: '2_nowhere' })).status, 404)
    assert.equal((await start(restStage())).status, 404)
    const relayed = restStage({ mediaMode: 'relayed' })
    relayed.enter('alice')
    assert.equal((await start(relayed)).status, 409)
    await startedPath(stage)
    assert.equal((await start(stage)).status, 409)
    assert.equal((await start(stage, { ...hls, multiBroadcastTag: 'second' })).status, 200)
  })
})

describe('broadcasts over REST', () => {
  it('come on air, are stopped once, and have no addresses afterwards', async () => {
    const stage = live()
    const path = await startedPath(stage)
    const show = async () => (await stage.request('GET', path)).body
    const urls = async () => (await show())['broadcastUrls'] as { hls: string; hlsStatus: string }
    assert.equal((await urls()).hlsStatus, 'connecting')
    stage.clock.advance(15_000)
    assert.equal((await urls()).hlsStatus, 'live')
    const { hls: playlist } = await urls()
    // This platform has nobody who films.
    assert.equal((await stage.visit(playlist)).status, 501)

    const stopped = await stage.request('POST', `${path}/stop`)
    assert.equal(stopped.status, 200)
    assert.deepEqual([stopped.body['status'], stopped.body['broadcastUrls']], ['stopped', null])
    assert.equal((await stage.visit(playlist)).status, 404)
    assert.equal((await stage.request('POST', `${path}/stop`)).status, 409)
    assert.deepEqual(
      stage.callbacks
        .filter(({ group }) => group === 'broadcast')
        .map(({ body }) => body['status']),
      ['started', 'started', 'started', 'stopped'],
    )
  })

  it('are listed newest first', async () => {
    const stage = live()
    const first = await startedPath(stage)
    stage.clock.advance(1)
    const second = await startedPath(stage, { ...hls, multiBroadcastTag: 'second' })
    const { body } = await stage.request('GET', '/broadcast?count=1')
    const [item] = body['items'] as { id: string }[]
    assert.equal(body['count'], 2)
    assert.equal(`/broadcast/${item?.id}`, second)
    const next = await stage.request('GET', '/broadcast?offset=1')
    assert.equal(`/broadcast/${(next.body['items'] as { id: string }[])[0]?.id}`, first)
  })

  it('take another layout, and streams by hand', async () => {
    const stage = live()
    const path = await startedPath(stage, { ...hls, streamMode: 'manual' })
    const put = async (body: object) => (await stage.request('PUT', `${path}/layout`, body)).status
    const patch = async (body: object) =>
      (await stage.request('PATCH', `${path}/streams`, body)).status
    assert.equal(await put({ type: 'pip' }), 200)
    assert.equal(await put({ type: 'grid' }), 400)
    assert.equal(await patch({ addStream: 'st' }), 204)
    assert.deepEqual((await stage.request('GET', path)).body['streams'], [
      { streamId: 'st', hasAudio: true, hasVideo: true },
    ])
    assert.equal(await patch({ removeStream: 'st' }), 204)
    assert.equal(await patch({ removeStream: 'st' }), 404)
    assert.equal(await patch({}), 400)
  })

  it('are not there for who does not own them', async () => {
    const { request } = live()
    const path = '/broadcast/11111111-2222-4333-8444-555555555555'
    assert.equal((await request('GET', path)).status, 404)
    assert.equal((await request('POST', `${path}/stop`)).status, 404)
    assert.equal((await request('PUT', `${path}/layout`, { type: 'pip' })).status, 404)
    assert.equal((await request('PATCH', `${path}/streams`, { addStream: 'st' })).status, 404)
  })
})
