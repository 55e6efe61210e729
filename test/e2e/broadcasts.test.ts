import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { describe, it } from 'node:test'
import { newVisitor, unexpected } from '../support/browser.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import { joinWithOpenTok } from '../support/opentok-client.ts'
import { restRequest } from '../support/rest.ts'
import { useCallStage } from '../support/stage.ts'

type Broadcast = {
  id: string
  status: string
  broadcastUrls: { hls: string; hlsStatus: string; rtmp: { id: string; status: string }[] } | null
}

describe('a broadcast', () => {
  const stage = useCallStage()
  const ask = async (method: string, path: string, body?: object): Promise<Broadcast> => {
    const answer = await restRequest(stage.stack, { method, path, ...(body && { body }) })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return answer.body as unknown as Broadcast
  }

  it('plays in a browser within ten seconds, and reaches an RTMP server', async () => {
    const { keys } = await openTokKeys(stage.stack, 'routed')
    const alice = await newVisitor(stage.browser)
    await alice.page.goto(stage.bare)
    await joinWithOpenTok(alice.page, keys)
    const serverUrl = `rtmp://127.0.0.1:${await freePort()}/live`
    const receiver = spawn(
      'ffmpeg',
      ['-v', 'error', '-listen', '1', '-i', `${serverUrl}/key`, '-f', 'framecrc', '-'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    )
    const arrived = new Promise<void>((resolve) => {
      let seen = ''
      receiver.stdout.setEncoding('utf8').on('data', (text: string) => {
        seen += text
        const has = (track: string) => new RegExp(`^${track},`, 'm').test(seen)
        if (has('0') && has('1')) resolve()
      })
    })
    const startedAt = Date.now()
    const { id, broadcastUrls } = await ask('POST', '/broadcast', {
      sessionId: keys.sessionId,
      outputs: { hls: { lowLatency: true }, rtmp: [{ id: 'one', serverUrl, streamName: 'key' }] },
    })
    assert.ok(broadcastUrls)
    const viewer = await newVisitor(stage.browser)
    const watching = new URLSearchParams({ playlist: broadcastUrls.hls })
    await viewer.page.goto(`${stage.stack.demo}/watch.html?${watching}`)
    const sizes = await viewer.page.evaluate(() => {
      const video = document.querySelector('video')
      return new Promise<number[]>((resolve) => {
        video?.requestVideoFrameCallback((_now, { width, height }) => resolve([width, height]))
      })
    })
    const took = (Date.now() - startedAt) / 1000
    assert.deepEqual(sizes, [640, 480])
    assert.ok(took < 10, `it took ${took} s`)
    await arrived
    const state = await ask('GET', `/broadcast/${id}`)
    assert.equal(await viewer.page.textContent('[role=status]'), 'Live')
    assert.equal(state.broadcastUrls?.rtmp[0]?.status, 'live')
    assert.ok(['ready', 'live'].includes(state.broadcastUrls?.hlsStatus ?? ''))
    const ended = once(receiver, 'exit')
    const stopped = await ask('POST', `/broadcast/${id}/stop`)
    assert.equal(stopped.status, 'stopped')
    await ended
    for (const { errors } of [alice]) assert.deepEqual(unexpected(errors), [])
    await Promise.all([alice.close(), viewer.close()])
  })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
