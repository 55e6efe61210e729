import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import OpenTok from 'opentok'
import { makeSessionId } from '../platform/session-id.ts'
import { apiKey, apiSecret, restToken, testApp } from '../testing/app.ts'

const settings = {
  key: apiKey,
  mediaMode: 'relayed',
  archiveMode: 'manual',
  e2ee: false,
  createdAt: 0,
} as const

async function json(response: Response) {
  return JSON.parse(await response.text())
}

function withSession() {
  const { app, platform } = testApp()
  const session = platform.create({ ...settings, id: makeSessionId(settings) })
  const token = new OpenTok(apiKey, apiSecret).generateToken(session.id)
  const info = async (id: string, auth = token) => {
    const headers = { 'x-opentok-auth': auth }
    return app.request(`http://localhost:4848/anvil.opentok.com/session/${id}`, { headers })
  }
  return { app, session, info }
}

describe('session info', () => {
  it('tells a client where to go and what the session is like', async () => {
    const { session, info } = withSession()
    const [answer] = await json(await info(session.id))
    assert.equal(answer.session_id, session.id)
    assert.equal(answer.partner_id, apiKey)
    assert.equal(answer.messaging_url, 'ws://localhost:4848/rumorwebsocketsv2')
    assert.match(answer.symphony_address, /^symphony\./)
    assert.deepEqual(answer.ice_servers, [{ urls: ['stun:localhost:3478'] }])
    assert.deepEqual(answer.properties, {
      p2p: { preference: { value: 'enabled' } },
      reconnection: true,
      renegotiation: true,
      e2ee: false,
    })
  })

  it('reports failures with HTTP 200, as the client needs it', async () => {
    const { session, info } = withSession()
    for (const [response, code] of [
      [await info(session.id, 'garbage'), 403],
      [await info('2_nowhere'), 404],
    ] as const) {
      assert.equal(response.status, 200)
      const [{ error }] = await json(response)
      assert.equal(error.code, code)
      assert.equal(error.errorMessage.code, code)
      assert.equal(typeof error.errorMessage.message, 'string')
    }
  })
})

describe('the other services of a client', () => {
  it('are its configuration, which is empty, and its logging', async () => {
    const { app } = testApp()
    const config = await app.request('/config.opentok.com/project/123456/config.json')
    assert.deepEqual(await json(config), {})
    for (const kind of ['ClientEvent', 'ClientQos']) {
      const path = `/hlg.tokbox.com/prod/logging/${kind}`
      assert.equal((await app.request(path, { method: 'POST', body: '{}' })).status, 200)
    }
  })

  it('can be used from pages of any origin, with every header the client sends', async () => {
    const { app } = testApp()
    const wanted =
      'x-opentok-auth,x-tb-token-auth,x-tb-version,x-tb-client-version,x-tb-connectionid,content-type'
    const preflight = await app.request('/session/1_x', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://example.com',
        'access-control-request-method': 'GET',
        'access-control-request-headers': wanted,
      },
    })
    assert.equal(preflight.headers.get('access-control-allow-origin'), '*')
    const allowed = preflight.headers.get('access-control-allow-headers')?.split(',') ?? []
    for (const header of wanted.split(',')) assert.ok(allowed.includes(header), header)
    const missing = await app.request('/static.opentok.com/noise-suppression/v1/main.wasm')
    assert.equal(missing.status, 404)
    assert.equal(missing.headers.get('access-control-allow-origin'), '*')
  })
})

describe('everything else', () => {
  it('is answered in JSON that says so', async () => {
    const { app } = testApp()
    const missing = await app.request('/nowhere')
    assert.equal(missing.status, 404)
    assert.equal((await json(missing)).code, 404)
  })

  it('is refused under a foreign name, unless other machines are allowed', async () => {
    const foreign = 'http://rebound.example/project/1/config.json'
    assert.equal((await testApp().app.request(foreign)).status, 403)
    assert.equal((await testApp({ allowRemote: true }).app.request(foreign)).status, 200)
  })
})

describe('pages of the web', () => {
  const foreign = [
    'https://evil.example',
    'null',
    'http://127.0.0.1.evil.example',
    'http://10.0.0.1',
  ]

  it('may not use what servers prove themselves to, with the right secret either', async () => {
    const { app, platform } = testApp()
    const auth = { 'x-opentok-auth': await restToken() }
    const paths = [
      ['POST', '/session/create'],
      ['GET', '/v2/project'],
      ['GET', `/v2/project/${apiKey}/archive`],
      ['GET', '/_emulator/sessions'],
      ['POST', '/_emulator/reset'],
    ] as const
    for (const origin of foreign) {
      for (const [method, path] of paths) {
        const response = await app.request(path, { method, headers: { ...auth, origin } })
        assert.equal(response.status, 403, `${origin} ${path}`)
        assert.equal(response.headers.get('access-control-allow-origin'), null)
        const preflight = await app.request(path, { method: 'OPTIONS', headers: { origin } })
        assert.equal(preflight.headers.get('access-control-allow-origin'), null, path)
      }
    }
    assert.equal(platform.list().length, 0)
    const image = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }
    assert.equal((await app.request('/_emulator/sessions', { headers: image })).status, 403)
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    assert.equal((await app.request('/_emulator/sessions', { headers: link })).status, 200)
  })

  it('of this machine may, and so may programs', async () => {
    const { app } = testApp()
    const auth = { 'x-opentok-auth': await restToken() }
    for (const headers of [auth, { ...auth, origin: 'http://localhost:5173' }]) {
      const response = await app.request('/session/create', { method: 'POST', headers })
      assert.equal(response.status, 200)
    }
  })

  it('may join with OpenTok.js, whatever their origin', async () => {
    const { app, session } = withSession()
    const token = new OpenTok(apiKey, apiSecret).generateToken(session.id)
    for (const origin of foreign) {
      const headers = { origin, 'x-opentok-auth': token }
      const response = await app.request(`/session/${session.id}`, { headers })
      assert.equal(response.status, 200)
      assert.equal(response.headers.get('access-control-allow-origin'), '*')
      const logging = await app.request('/logging/ClientEvent', { method: 'POST', headers })
      assert.equal(logging.headers.get('access-control-allow-origin'), '*')
    }
  })
})

describe('a host name that is not of this machine', () => {
  it('is answered to when it was allowed, and is named in the refusal', async () => {
    const url = 'http://host.docker.internal:4848/_emulator/sessions'
    const refused = await testApp().app.request(url)
    assert.equal(refused.status, 403)
    assert.match((await json(refused)).description, /--allow-host host\.docker\.internal/)
    const { app } = testApp({ allowedHosts: new Set(['host.docker.internal']) })
    assert.equal((await app.request(url)).status, 200)
    assert.equal((await app.request(url.replace('docker', 'evil'))).status, 403)
  })
})
