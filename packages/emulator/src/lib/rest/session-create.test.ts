import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { apiKey, restToken, testApp } from '../testing/app.ts'

const json = { accept: 'application/json' }

async function create(form: string, headers: Readonly<Record<string, string>> = json) {
  const { app, platform } = testApp()
  const response = await app.request('/session/create', {
    method: 'POST',
    body: form,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-opentok-auth': await restToken(),
      ...headers,
    },
  })
  const text = await response.text()
  return { response, text, session: platform.list()[0] }
}

describe('POST /session/create', () => {
  it('answers a list of one in JSON, with a content type that says nothing else', async () => {
    const { response, text, session } = await create('')
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('content-type'), 'application/json')
    const [created] = JSON.parse(text)
    assert.equal(created.session_id, session?.id)
    assert.equal(created.project_id, apiKey)
    assert.equal(created.partner_id, apiKey)
    assert.match(created.create_dt, /^\w{3} \w{3} \d{2} \d\d:\d\d:\d\d UTC \d{4}$/)
    assert.equal(Object.keys(created).length, 15)
  })

  it('answers in XML when nobody asked for JSON', async () => {
    const { response, text, session } = await create('', {})
    assert.match(response.headers.get('content-type') ?? '', /^text\/xml/)
    assert.ok(text.includes(`<sessions><Session><session_id>${session?.id}</session_id>`))
  })

  it('makes a routed session unless a relayed one is asked for', async () => {
    assert.equal((await create('')).session?.mediaMode, 'routed')
    assert.equal((await create('p2p.preference=disabled')).session?.mediaMode, 'routed')
    assert.equal((await create('p2p.preference=enabled')).session?.mediaMode, 'relayed')
  })

  it('reads what the official Python SDKs send', async () => {
    // Recorded: `create_session()` of vonage-video and of opentok, with relayed and routed sessions and truth as Python writes it.
    for (const [form, mediaMode, e2ee] of [
      ['archiveMode=manual&p2p.preference=always&e2ee=False', 'relayed', false],
      ['p2p.preference=always&archiveMode=manual&e2ee=True', 'relayed', true],
      ['p2p.preference=disabled&archiveMode=always&e2ee=False', 'routed', false],
      ['p2p.preference=enabled&archiveMode=manual', 'relayed', false],
    ] as const) {
      const { response, session } = await create(form)
      assert.equal(response.status, 200, form)
      assert.deepEqual([session?.mediaMode, session?.e2ee], [mediaMode, e2ee], form)
    }
  })

  it('takes no other method', async () => {
    const { app } = testApp()
    for (const method of ['PUT', 'GET', 'DELETE', 'PATCH']) {
      const response = await app.request('/session/create', { method })
      assert.equal(response.status, 405, method)
      assert.equal(response.headers.get('allow'), 'POST')
    }
  })

  it('takes null and nothing for absent, and ignores what it does not know', async () => {
    const form = 'location=null&archiveMode=&p2p.preference=null&api_key=1&foo=bar&e2ee=true'
    const { response, session } = await create(form)
    assert.equal(response.status, 200)
    assert.equal(session?.archiveMode, 'manual')
    assert.equal(session?.e2ee, true)
  })

  it('refuses what contradicts itself or does not exist, in a sentence', async () => {
    const wrong = {
      'archiveMode=always&p2p.preference=enabled': /must be routed/,
      'archiveMode=sometimes': /archiveMode/,
      'archiveMode=manual&archiveResolution=640x480': /archiveMode always/,
      'archiveName=Monday': /archiveMode always/,
      'p2p.preference=true': /p2p\.preference/,
      'location=nowhere': /location/,
      'location=1.2.3.256': /location/,
      'e2ee=yes': /e2ee/,
      'archiveMode=always&archiveResolution=1x1': /archiveResolution/,
      [`archiveMode=always&archiveName=${'n'.repeat(81)}`]: /archiveName/,
    }
    for (const [form, message] of Object.entries(wrong)) {
      const { response, text, session } = await create(form)
      assert.equal(response.status, 400, form)
      assert.match(JSON.parse(text).message, message)
      assert.equal(session, undefined)
    }
    const fine = `archiveMode=always&archiveName=${'n'.repeat(80)}&archiveResolution=1280x720`
    assert.equal((await create(`${fine}&location=10.0.0.1`)).response.status, 200)
  })

  it('refuses who cannot prove who they are, with 403 and code -1', async () => {
    const { response, text } = await create('', { 'x-opentok-auth': 'garbage' })
    assert.equal(response.status, 403)
    assert.equal(JSON.parse(text).code, -1)
    assert.equal(JSON.parse(text).message, 'No suitable authentication found')
    const bearer = { 'x-opentok-auth': '', authorization: `Bearer ${await restToken()}` }
    assert.equal((await create('', bearer)).response.status, 403)
  })

  it('accepts the token in either header', async () => {
    const { app } = testApp()
    const headers = { authorization: `Bearer ${await restToken()}` }
    const response = await app.request('/session/create', { method: 'POST', headers })
    assert.equal(response.status, 200)
  })

  it('refuses a body that is too large', async () => {
    assert.equal((await create('a'.repeat(65 * 1024))).response.status, 413)
  })
})
