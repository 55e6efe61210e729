import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after, before, describe, it } from 'node:test'
import OpenTok from 'opentok'
import { listen } from '../network/listen.ts'
import { makeSessionId } from '../platform/session-id.ts'
import { apiKey, apiSecret, testApp } from '../testing/app.ts'
import { openRawClient } from '../testing/raw-client.ts'
import { createGateway } from './gateway.ts'

const details = {
  key: apiKey,
  mediaMode: 'relayed',
  archiveMode: 'manual',
  e2ee: false,
  createdAt: 1_800_000_000_000,
} as const

describe('a socket that falls silent', { timeout: 20_000 }, () => {
  const server = createServer()
  const { platform } = testApp()
  const { id: sessionId } = platform.create({ ...details, id: makeSessionId(details) })
  const gateway = createGateway(platform, {
    silenceLimitMs: 1000,
    gracePeriodMs: 20,
    allowRemote: false,
    now: Date.now,
    log: () => undefined,
  })
  let url: string

  before(async () => {
    server.on('upgrade', (...upgrade) => gateway.upgrade(...upgrade))
    url = `http://127.0.0.1:${await listen(server, { host: '127.0.0.1', port: 0 })}`
  })
  after(async () => {
    gateway.end()
    server.close()
    await once(server, 'close')
  })

  const join = async () => {
    const token = new OpenTok(apiKey, apiSecret).generateToken(sessionId)
    const client = await openRawClient({ url, key: apiKey, sessionId, token })
    assert.equal((await client.request('create', `/connection/${client.id}`)).status, 200)
    return client
  }

  it('is lost, and others hear so after the usual time; one that pings is not', async () => {
    const alice = await join()
    const pinging = setInterval(() => alice.send('ping'), 50)
    const silent = await join()
    const closed = silent.closed()
    const { reason } = await alice.push('deleted', `/connection/${silent.id}`)
    assert.equal(reason, 'networkDisconnected')
    assert.equal(await closed, 1006)
    assert.equal((await alice.request('signal', '/signal/x', { data: 'here' })).status, 200)
    clearInterval(pinging)
    alice.terminate()
  })

  it('is lost also before it has said who it is', async () => {
    const client = await openRawClient({ url, key: apiKey, sessionId, token: '' })
    assert.equal(await client.closed(), 1006)
  })
})
