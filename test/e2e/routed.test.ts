import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newVisitor, unexpected, type Visitor } from '../support/browser.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import {
  firstRemoteFrame,
  joinWithOpenTok,
  preferSize,
  type Keys,
} from '../support/opentok-client.ts'
import { mediaProcessOf } from '../support/media-process.ts'
import {
  iceUfrags,
  offersAgain,
  openPeerConnections,
  outboundVideo,
  receivedAudioBytes,
} from '../support/peer-connections.ts'
import { frameOfHeight, moreFrames } from '../support/remote-media.ts'
import { useCallStage } from '../support/stage.ts'

describe('a routed session', () => {
  const stage = useCallStage()

  const visit = async (): Promise<Visitor> => {
    const visitor = await newVisitor(stage.browser)
    await visitor.page.goto(stage.bare)
    return visitor
  }
  const watch = async (keys: Keys): Promise<Visitor> => {
    const visitor = await visit()
    await joinWithOpenTok(visitor.page, keys, { publisher: 'none' })
    return visitor
  }

  it('takes one stream up and gives each of two watchers the size it asks for', async () => {
    const { keys, token } = await openTokKeys(stage.stack, 'routed')
    const alice = await visit()
    await joinWithOpenTok(alice.page, keys, { publisher: { resolution: '1280x720' } })
    const bob = await watch({ ...keys, token: token() })
    await firstRemoteFrame(bob.page)
    const carol = await watch({ ...keys, token: token() })
    await firstRemoteFrame(carol.page)

    await frameOfHeight(bob.page, 720)
    await frameOfHeight(carol.page, 720)
    assert.equal(await openPeerConnections(alice.page), 1)

    await preferSize(bob.page, { width: 320, height: 180 })
    await frameOfHeight(bob.page, 180)
    await preferSize(carol.page, { width: 640, height: 360 })
    await frameOfHeight(carol.page, 360)
    await preferSize(bob.page, { width: 1280, height: 720 })
    await frameOfHeight(bob.page, 720)
    assert.equal((await outboundVideo(alice.page)).layers, 3)
    assert.ok((await receivedAudioBytes(carol.page)) > 0)
    for (const { errors } of [alice, bob, carol]) assert.deepEqual(unexpected(errors), [])
    await Promise.all([alice.close(), bob.close(), carol.close()])
  })

  it('restarts ICE from both ends when the network of media was away', async () => {
    const { keys, token } = await openTokKeys(stage.stack, 'routed')
    const [alice, bob] = await Promise.all([visit(), visit()])
    await joinWithOpenTok(alice.page, keys)
    const watching = { publisher: 'none' } as const
    await joinWithOpenTok(bob.page, { ...keys, token: token() }, watching)
    await firstRemoteFrame(bob.page)
    const before = await Promise.all([iceUfrags(alice.page), iceUfrags(bob.page)])

    const router = mediaProcessOf(stage.stack.pid)
    const restarts = [alice, bob].map(({ page }) => offersAgain(page))
    // It answers nobody, as if the network between were gone.
    process.kill(router, 'SIGSTOP')
    await Promise.all(restarts).finally(() => process.kill(router, 'SIGCONT'))

    await moreFrames(bob.page, 60)
    const heard = await receivedAudioBytes(bob.page)
    await moreFrames(bob.page, 20)
    assert.ok((await receivedAudioBytes(bob.page)) > heard)
    const after = await Promise.all([iceUfrags(alice.page), iceUfrags(bob.page)])
    for (const [index, ufrags] of after.entries()) {
      assert.equal(ufrags.length, 1)
      assert.notDeepEqual(ufrags, before[index])
    }
    for (const { errors } of [alice, bob]) assert.deepEqual(unexpected(errors), [])
    await Promise.all([alice.close(), bob.close()])
  })

  it('goes on by itself after the media router has crashed', async () => {
    const { keys, token } = await openTokKeys(stage.stack, 'routed')
    const [alice, bob] = await Promise.all([visit(), visit()])
    await joinWithOpenTok(alice.page, keys)
    await joinWithOpenTok(bob.page, { ...keys, token: token() })
    await Promise.all([firstRemoteFrame(alice.page), firstRemoteFrame(bob.page)])
    const { status } = await fetch(`${stage.stack.emulator}/_emulator/crash-media`, {
      method: 'POST',
    })
    assert.equal(status, 204)
    // More than a jitter buffer holds.
    await Promise.all([moreFrames(alice.page, 60), moreFrames(bob.page, 60)])
    const heard = await receivedAudioBytes(bob.page)
    await moreFrames(bob.page, 20)
    assert.ok((await receivedAudioBytes(bob.page)) > heard)
    for (const { errors } of [alice, bob]) assert.deepEqual(unexpected(errors), [])
    await Promise.all([alice.close(), bob.close()])
  })
})
