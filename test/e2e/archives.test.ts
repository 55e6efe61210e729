import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { newVisitor, unexpected, type Visitor } from '../support/browser.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import { firstRemoteFrame, joinWithOpenTok } from '../support/opentok-client.ts'
import { restRequest } from '../support/rest.ts'
import { useStage } from '../support/stage.ts'

describe('an archive', { timeout: 100_000 }, () => {
  const stage = useStage()
  let folder = ''
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'archives-'))))
  after(() => rm(folder, { recursive: true }))

  it('is a film of the call', async () => {
    const { keys, token } = await openTokKeys(stage.stack, 'routed')
    const [alice, bob] = await Promise.all([newVisitor(stage.browser), newVisitor(stage.browser)])
    await Promise.all([alice.page.goto(stage.bare), bob.page.goto(stage.bare)])
    await joinWithOpenTok(alice.page, keys)
    const started = await restRequest(stage.stack, { method: 'POST', path: '/archive', body: { sessionId: keys.sessionId } })
    assert.equal(started.status, 200)
    await wait(4000)
    await joinWithOpenTok(bob.page, { ...keys, token: token() })
    await Promise.all([firstRemoteFrame(alice.page), firstRemoteFrame(bob.page)])
    await wait(6000)
    const stopped = await restRequest(stage.stack, { method: 'POST', path: `/archive/${started.body['id']}/stop` })
    console.log(stopped.body)
    let archive = stopped.body
    for (let i = 0; i < 100 && archive['status'] === 'stopped'; i++) { await wait(300); archive = (await restRequest(stage.stack, { method: 'GET', path: `/archive/${started.body['id']}` })).body }
    console.log(archive)
    const file = join(folder, 'a.mp4')
    await writeFile(file, Buffer.from(await (await fetch(String(archive['url']))).arrayBuffer()))
    console.log(spawnSync('ffprobe', ['-hide_banner', file]).stderr.toString())
    spawnSync('cp', [file, '/tmp/a.mp4'])
    for (const { errors } of [alice, bob]) assert.deepEqual(unexpected(errors), [])
    await Promise.all([alice.close(), bob.close()])
  })
})
