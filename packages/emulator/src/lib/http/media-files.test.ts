import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { restStage } from '../testing/rest.ts'
import type { RestStage } from '../testing/rest.ts'
import { publishing } from '../testing/session.ts'

const minute = 60_000

/** A stage with an archive that is finished, and where that is described. */
async function finished(options: object = {}): Promise<RestStage & { readonly path: string }> {
  const stage = restStage()
  stage.enter('alice')
  stage.say('alice', publishing('st'))
  const { sessionId, request, clock } = stage
  const { body } = await request('POST', '/archive', { sessionId, ...options })
  const path = `/archive/${String(body['id'])}`
  await request('POST', `${path}/stop`)
  clock.advance(1000)
  return { ...stage, path }
}

async function linkOf({ request, path }: Awaited<ReturnType<typeof finished>>): Promise<string> {
  return String((await request('GET', path)).body['url'])
}

describe('the link to an archive', () => {
  it('leads to a file that says what is missing, for ten minutes', async () => {
    const stage = await finished()
    const url = await linkOf(stage)
    assert.match(url, /^http:\/\/localhost:4848\/archives\/\d+\/[\da-f-]{36}\/archive\.mp4\?/)
    stage.clock.advance(10 * minute - 1)
    const { status, body } = await stage.visit(url)
    assert.equal(status, 501)
    assert.match(String(body['message']), /media router/)
    stage.clock.advance(1)
    assert.equal((await stage.visit(url)).status, 403)
    assert.equal((await stage.visit(await linkOf(stage))).status, 501)
  })

  it('is good for one file only, and cannot be made longer', async () => {
    const stage = await finished({ outputMode: 'individual' })
    const url = await linkOf(stage)
    assert.match(url, /\/archive\.zip\?/)
    assert.equal((await stage.visit(url.replace('.zip', '.mp4'))).status, 403)
    assert.equal((await stage.visit(url.replace('expires=1', 'expires=2'))).status, 403)
    assert.equal((await stage.visit(url.replace(/\?.*/, ''))).status, 403)
  })

  it('leads nowhere once the archive is deleted or expired', async () => {
    const stage = await finished()
    const url = await linkOf(stage)
    await stage.request('DELETE', stage.path)
    assert.equal((await stage.visit(url)).status, 404)
    const expired = await finished()
    expired.clock.advance(72 * 60 * minute)
    const { body } = await expired.request('GET', expired.path)
    assert.deepEqual([body['status'], body['url']], ['expired', null])
  })
})
