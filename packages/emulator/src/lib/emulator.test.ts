import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { importPKCS8, SignJWT } from 'jose'
import { WebSocket } from 'ws'
import { createEmulator } from './emulator.ts'
import { EmulatorError } from './error.ts'
import { openRawClient } from './testing/raw-client.ts'
import { createSession, officialSdk } from './testing/sdk.ts'

async function sessionsOf(url: string): Promise<readonly { sessionId: string; key: string }[]> {
  const answer = await (await fetch(`${url}/_emulator/sessions`)).json()
  return (answer as { sessions: { sessionId: string; key: string }[] }).sessions
}

describe('an emulator', { timeout: 20_000 }, () => {
  it('creates the sessions the official SDK asks for, and refuses a wrong secret', async () => {
    await using emulator = await started()
    const sdk = officialSdk(emulator)
    const relayed = await createSession(sdk, { mediaMode: 'relayed' })
    const routed = await createSession(sdk, { mediaMode: 'routed', archiveMode: 'always' })
    assert.match(sdk.generateToken(relayed), /^eyJ/)
    assert.deepEqual(
      (await sessionsOf(emulator.url)).map(({ sessionId }) => sessionId),
      [relayed, routed],
    )
    const stranger = officialSdk({ ...emulator, apiSecret: 'wrong'.repeat(8) })
    await assert.rejects(createSession(stranger))
  })

  it('has an application whose private key is known', async () => {
    await using emulator = await started()
    const { applicationId, privateKey, url } = emulator
    const token = await new SignJWT({ application_id: applicationId })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(await importPKCS8(privateKey, 'RS256'))
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
    const body = new URLSearchParams({ location: 'null' })
    const response = await fetch(`${url}/session/create`, { method: 'POST', headers, body })
    const [created] = (await response.json()) as { application_id: string }[]
    assert.equal(created?.application_id, applicationId)
  })

  it('uses the projects and applications it is given, and keeps no key of others', async () => {
    const applicationId = '11111111-2222-4333-8444-555555555555'
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
    await using emulator = await started({
      projects: [{ apiKey: '42', apiSecret: 'a' }],
      applications: [{ applicationId, publicKey: pem }],
    })
    assert.equal(emulator.apiKey, '42')
    assert.equal(emulator.applicationId, applicationId)
    assert.equal(emulator.privateKey, '')
  })

  it('starts with its seed, and returns to it on reset, ending every client', async () => {
    await using emulator = await started({ seed: { sessions: [{ sessionId: '1_demo' }] } })
    const { url, apiKey: key } = emulator
    assert.deepEqual(
      (await sessionsOf(url)).map(({ sessionId }) => sessionId),
      ['1_demo'],
    )
    const sdk = officialSdk(emulator)
    const sessionId = await createSession(sdk)
    const token = sdk.generateToken(sessionId)
    const client = await openRawClient({ url, key, sessionId, token })
    await client.request('create', `/connection/${client.id}`)
    const closed = client.closed()
    await emulator.reset()
    assert.equal(await closed, 1011)
    assert.deepEqual(
      (await sessionsOf(url)).map(({ sessionId: id }) => id),
      ['1_demo'],
    )
  })

  it('closes in time although a client does not agree to it', async () => {
    const emulator = await createEmulator()
    const socket = new WebSocket(`${emulator.url.replace('http', 'ws')}/rumorwebsocketsv2`)
    socket.on('error', () => undefined)
    await once(socket, 'open')
    socket.pause()
    await Promise.all([emulator.close(), emulator.close()])
    await assert.rejects(fetch(emulator.url))
    socket.terminate()
  })

  it('runs a STUN server that session info names', async () => {
    await using emulator = await started()
    const sdk = officialSdk(emulator)
    const sessionId = await createSession(sdk)
    const headers = { 'x-opentok-auth': sdk.generateToken(sessionId) }
    const info = await (await fetch(`${emulator.url}/session/${sessionId}`, { headers })).json()
    const [{ ice_servers: ice }] = info as [{ ice_servers: [{ urls: [string] }] }]
    const [, host, port] = ice[0].urls[0].split(':')
    const socket = createSocket('udp4')
    const request = Buffer.from('000100002112a442000000000000000000000000', 'hex')
    socket.send(request, Number(port), host)
    const [answer] = (await once(socket, 'message')) as [Buffer]
    socket.close()
    assert.equal(answer.readUInt16BE(0), 0x0101)
  })

  it('does not start where it must not or cannot', async () => {
    const fails = async (options: Parameters<typeof createEmulator>[0], code: string) => {
      await assert.rejects(createEmulator(options), (error) => {
        assert.ok(error instanceof EmulatorError)
        assert.equal(error.code, code)
        return true
      })
    }
    await using emulator = await started()
    await fails({ host: '0.0.0.0' }, 'remote-host')
    await fails({ port: Number(new URL(emulator.url).port) }, 'port-in-use')
    await fails({ host: '203.0.113.1', allowRemote: true }, 'listen-failed')
    await fails({ projects: [{ apiKey: 'a/b', apiSecret: 'x' }] }, 'bad-option')
    await fails({ projects: [{ apiKey: '1', apiSecret: '' }] }, 'bad-option')
    await fails({ applications: [{ applicationId: 'x', publicKey: '' }] }, 'bad-option')
    await fails({ seed: { sessions: [{ apiKey: 'nobody' }] } }, 'bad-seed')
  })
})

async function started(options: Parameters<typeof createEmulator>[0] = {}) {
  const emulator = await createEmulator(options)
  return { ...emulator, [Symbol.asyncDispose]: () => emulator.close() }
}
