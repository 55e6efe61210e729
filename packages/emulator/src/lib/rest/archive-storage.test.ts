import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { restStage } from '../testing/rest.ts'
import { publishing } from '../testing/session.ts'

const s3 = {
  type: 's3',
  config: { accessKey: 'access', secretKey: 'very secret', bucket: 'calls' },
  fallback: 'opentok',
}
const azure = {
  type: 'Azure',
  config: { accountName: 'account', accountKey: 'very secret', container: 'calls', domain: 'd' },
}

describe('the storage of archives', () => {
  it('is a bucket, whose keys nobody gets to see', async () => {
    const { request } = restStage()
    assert.deepEqual(await request('PUT', '/archive/storage', s3), {
      status: 200,
      body: { type: 's3', config: { bucket: 'calls' }, fallback: 'opentok' },
    })
    assert.deepEqual((await request('PUT', '/archive/storage', azure)).body, {
      type: 'azure',
      config: { accountName: 'account', container: 'calls', domain: 'd' },
      fallback: 'none',
    })
  })

  it('is refused for what makes no sense, without repeating it', async () => {
    const { request } = restStage()
    for (const wrong of [
      {},
      { ...s3, type: 'ftp' },
      { ...s3, config: azure.config },
      { ...s3, config: { ...s3.config, bucket: '' } },
      { ...s3, fallback: 'elsewhere' },
      { ...azure, config: { ...azure.config, accountKey: 1 } },
    ]) {
      const { status, body } = await request('PUT', '/archive/storage', wrong)
      assert.equal(status, 400, JSON.stringify(wrong))
      assert.doesNotMatch(JSON.stringify(body), /secret"|very secret/)
    }
  })

  it('takes archives from when it is there until it is removed', async () => {
    const { clock, enter, request, say, sessionId } = restStage()
    enter('alice')
    say('alice', publishing('st'))
    const finishedAs = async () => {
      const { body } = await request('POST', '/archive', { sessionId })
      const path = `/archive/${String(body['id'])}`
      await request('POST', `${path}/stop`)
      clock.advance(1000)
      const { status, url } = (await request('GET', path)).body
      return [status, url === null]
    }
    await request('PUT', '/archive/storage', s3)
    assert.deepEqual(await finishedAs(), ['uploaded', true])
    assert.equal((await request('DELETE', '/archive/storage')).status, 204)
    assert.deepEqual(await finishedAs(), ['available', false])
    assert.equal((await request('DELETE', '/archive/storage')).status, 204)
  })
})
