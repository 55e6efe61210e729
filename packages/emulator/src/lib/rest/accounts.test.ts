import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { apiKey, apiSecret } from '../testing/app.ts'
import { restStage } from '../testing/rest.ts'

describe('account administration', () => {
  it('creates, shows, suspends, renews and ends projects', async () => {
    const { administer } = restStage()
    const created = await administer('POST', '/v2/project', { name: 'shop' })
    assert.equal(created.status, 200)
    const { id, secret, name, status, environment, createdAt } = created.body
    assert.match(String(id), /^\d+$/)
    assert.match(String(secret), /^[\da-f]{40}$/)
    assert.deepEqual([name, status, environment], ['shop', 'ACTIVE', 'standard'])
    assert.equal(typeof createdAt, 'number')

    const path = `/v2/project/${String(id)}`
    assert.deepEqual((await administer('GET', path)).body, created.body)
    const suspended = await administer('PUT', path, { status: 'SUSPENDED' })
    assert.equal(suspended.body['status'], 'SUSPENDED')
    const renewed = await administer('POST', `${path}/refreshSecret`)
    assert.notEqual(renewed.body['secret'], secret)
    assert.equal((await administer('DELETE', path)).status, 204)
    assert.equal((await administer('GET', path)).status, 404)
  })

  it('lists every project', async () => {
    const { administer } = restStage()
    const { body } = await administer('GET', '/v2/project')
    const [project] = body as unknown as readonly Record<string, unknown>[]
    assert.deepEqual([project?.['id'], project?.['secret']], [apiKey, apiSecret])
  })

  it('locks a suspended project out until it is active again', async () => {
    const { administer, request } = restStage()
    const status = async () => (await request('GET', '/session/:session/connection')).status
    await administer('PUT', `/v2/project/${apiKey}`, { status: 'SUSPENDED' })
    assert.equal(await status(), 403)
    await administer('PUT', `/v2/project/${apiKey}`, { status: 'ACTIVE' })
    assert.equal(await status(), 200)
  })

  it('refuses what is not a status, and the token of a project', async () => {
    const { administer, request } = restStage()
    const put = await administer('PUT', `/v2/project/${apiKey}`, { status: 'ASLEEP' })
    assert.equal(put.status, 400)
    assert.equal((await request('GET', '')).status, 403)
    assert.equal((await administer('GET', `/v2/project/${apiKey}/callback`)).status, 403)
  })
})

describe('callback registration', () => {
  it('adds, lists and removes addresses', async () => {
    const { request } = restStage()
    const wanted = { group: 'connection', event: 'created', url: 'http://127.0.0.1:9/hook' }
    const { status, body } = await request('POST', '/callback', wanted)
    assert.equal(status, 200)
    const { id, group, event, url } = body
    assert.deepEqual({ group, event, url }, wanted)
    assert.deepEqual((await request('GET', '/callback')).body, [body])
    assert.equal((await request('DELETE', `/callback/${String(id)}`)).status, 204)
    assert.equal((await request('DELETE', `/callback/${String(id)}`)).status, 404)
    assert.deepEqual((await request('GET', '/callback')).body, [])
  })

  it('refuses what nobody could be told by', async () => {
    const { request } = restStage()
    const status = async (body: unknown) => (await request('POST', '/callback', body)).status
    assert.equal(await status({ group: 'weather', url: 'http://127.0.0.1/' }), 400)
    assert.equal(await status({ group: 'session', url: 'file:///etc/passwd' }), 400)
    assert.equal(await status({ group: 'session' }), 400)
  })
})
