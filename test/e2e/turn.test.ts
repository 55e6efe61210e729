import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createEmulator } from 'opentok-emulator'
import { foreign, newVisitor, unexpected, withoutUdp, type Visitor } from '../support/browser.ts'
import { startCoturn, withoutCoturn } from '../support/coturn.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import { joinWithOpenTok, secondOfPicture, type JoinOptions } from '../support/opentok-client.ts'
import { chosenPaths, gatherRelays } from '../support/ice-paths.ts'
import { receivedAudioBytes } from '../support/peer-connections.ts'
import type { Addresses } from '../support/stack.ts'
import { useCallStage, type Stage } from '../support/stage.ts'

const relayOnly: JoinOptions = {
  session: { iceConfig: { includeServers: 'all', transportPolicy: 'relay', customServers: [] } },
}
const overUdp = { local: 'relay', relayProtocol: 'udp', remote: 'relay' }
const overTcp = { local: 'relay', relayProtocol: 'tcp', remote: 'relay' }
const toRouter = { local: 'relay', relayProtocol: 'udp', remote: 'host' }
const day = 24 * 60 * 60 * 1000

describe('a call', { skip: withoutCoturn }, () => {
  const stage = useCallStage()

  it('goes through the TURN server, over UDP, when it is relayed and pages want relays only', async () => {
    const call = await startCall(stage, { at: stage.stack, options: relayOnly })
    for (const { page } of call.visitors) {
      assert.deepEqual(await chosenPaths(page), [overUdp, overUdp])
    }
    await call.end()
  })

  it('reaches the media router through it when it is routed', async () => {
    const call = await startCall(stage, {
      at: stage.stack,
      options: relayOnly,
      mediaMode: 'routed',
    })
    for (const { page } of call.visitors) {
      assert.deepEqual(await chosenPaths(page), [toRouter, toRouter])
    }
    await call.end()
  })

  it('does not when it need not', async () => {
    const call = await startCall(stage, { at: stage.stack })
    for (const { page } of call.visitors) {
      for (const { local } of await chosenPaths(page)) assert.notEqual(local, 'relay')
    }
    await call.end()
  })

  it('goes through the TURN server that the emulator was given', async () => {
    const turn = await startCoturn()
    const given = turn.iceServer('localhost', { id: 'given', now: Date.now() })
    const emulator = await createEmulator({ iceServers: given ? [given] : [] })
    const at = { ...stage.stack, ...emulator, emulator: emulator.url }
    const call = await startCall(stage, { at, options: relayOnly })
    for (const { page } of call.visitors) {
      assert.deepEqual(await chosenPaths(page), [overUdp, overUdp])
    }
    await call.end()
    await emulator.close()
    await turn.close()
  })
})

describe('a relayed call behind a firewall that lets no UDP out', { skip: withoutCoturn }, () => {
  const stage = useCallStage(...withoutUdp)

  it('falls back to the TURN server, over TCP, by itself', async () => {
    const call = await startCall(stage, { at: stage.stack })
    for (const { page } of call.visitors) {
      assert.deepEqual(await chosenPaths(page), [overTcp, overTcp])
    }
    await call.end()
  })
})

describe('a page that may use relays only', { skip: withoutCoturn }, () => {
  const stage = useCallStage()
  let turn: Awaited<ReturnType<typeof startCoturn>>
  let visitor: Visitor
  before(async () => {
    turn = await startCoturn()
    visitor = await newVisitor(stage.browser)
    await visitor.page.goto(stage.bare)
  })
  after(async () => {
    await visitor?.close()
    await turn?.close()
  })

  const gather = (now: number, addition: string) => {
    const server = turn.iceServer('localhost', { id: 'page', now })
    const credential = `${server?.credential}${addition}`
    const urls = [server?.urls ?? []].flat()
    return gatherRelays(visitor.page, [{ urls, username: server?.username ?? '', credential }])
  }

  it('finds two with good credentials', async () => {
    assert.deepEqual(await gather(Date.now(), ''), { candidates: ['relay', 'relay'], errors: [] })
  })

  it('finds none with credentials that have expired', async () => {
    const { candidates, errors } = await gather(Date.now() - 2 * day, '')
    assert.deepEqual([candidates, [...new Set(errors)]], [[], [401]])
  })

  it('finds none with wrong credentials', async () => {
    const { candidates, errors } = await gather(Date.now(), 'x')
    assert.deepEqual([candidates, [...new Set(errors)]], [[], [401]])
  })
})

type Call = { visitors: Visitor[]; end(): Promise<void> }

type CallOptions = { at: Addresses; options?: JoinOptions; mediaMode?: 'relayed' | 'routed' }

/** Two visitors who see and hear each other. */
async function startCall(
  stage: Stage,
  { at, options = {}, mediaMode = 'relayed' }: CallOptions,
): Promise<Call> {
  const { keys, token } = await openTokKeys(at, mediaMode)
  const visitors = await Promise.all([newVisitor(stage.browser), newVisitor(stage.browser)])
  await Promise.all(visitors.map(({ page }) => page.goto(stage.bare)))
  await Promise.all(
    visitors.map(({ page }) => joinWithOpenTok(page, { ...keys, token: token() }, options)),
  )
  for (const { page } of visitors) {
    assert.ok((await secondOfPicture(page)) > 0)
    assert.ok((await receivedAudioBytes(page)) > 0)
  }
  return {
    visitors,
    end: async () => {
      for (const { requests, errors } of visitors) {
        assert.deepEqual(foreign(requests), [])
        assert.deepEqual(unexpected(errors), [])
      }
      await Promise.all(visitors.map((visitor) => visitor.close()))
    },
  }
}
