import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newVisitor, type VisitorOptions } from '../support/browser.ts'
import { liveTracks } from '../support/devices.ts'
import { openTokSdk, vonageKeys } from '../support/official-sdks.ts'
import { removeEverybodyElse } from '../support/opentok-client.ts'
import { nextFrame, visit, type RoomVisitor } from '../support/room-page.ts'
import { useStage } from '../support/stage.ts'
import { broken, expired, unknownSession } from '../support/wrong-tokens.ts'

type Credentials = { sessionId: string; token: string }

describe('what a visitor reads when something goes wrong', () => {
  const stage = useStage()
  let rooms = 0

  function visitRoom(room: string, options?: VisitorOptions): Promise<RoomVisitor> {
    return visit(stage.browser, `${stage.stack.demo}/?room=${room}`, options)
  }

  async function joinWith(change: (given: Credentials) => unknown): Promise<RoomVisitor> {
    const visitor = await visitRoom(`failure-${(rooms += 1)}`)
    await visitor.page.route('**/join', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: await change((await response.json()) as Credentials) })
    })
    await visitor.join('Alice')
    return visitor
  }

  async function credentialsOf(room: string): Promise<Credentials> {
    const response = await fetch(`${stage.stack.backend}/rooms/${room}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    return (await response.json()) as Credentials
  }

  const wrongTokens: [name: string, change: (given: Credentials) => unknown][] = [
    ['with a changed signature', (given) => ({ ...given, token: broken(given.token) })],
    [
      'that has expired',
      async (given) => ({ ...given, token: await expired(stage.stack, given.sessionId) }),
    ],
    [
      'of another session',
      async (given) => ({ ...given, token: (await credentialsOf('other')).token }),
    ],
    [
      'of another project',
      async (given) => ({ ...given, token: (await vonageKeys(stage.stack)).keys.token }),
    ],
    ['that is none', (given) => ({ ...given, token: 'none' })],
  ]
  for (const [name, change] of wrongTokens) {
    it(`a token ${name}: the pass has run out, and trying again gets a new one`, async () => {
      const visitor = await joinWith(change)
      await visitor.room.getByRole('heading', { name: 'Your pass has run out' }).waitFor()
      await visitor.page.unroute('**/join')
      await visitor.button('Try again').click()
      await visitor.room.getByText('You are the only one here').waitFor()
      await visitor.close()
    })
  }

  it('a session that does not exist: the room is gone', async () => {
    const visitor = await joinWith((given) => {
      const sessionId = unknownSession(given.sessionId)
      return { ...given, sessionId, token: openTokSdk(stage.stack).generateToken(sessionId, {}) }
    })
    await visitor.room.getByRole('heading', { name: 'This room is gone' }).waitFor()
    await visitor.close()
  })

  it('a room name that cannot be: there is no such room', async () => {
    const visitor = await visitRoom('..%2f')
    await visitor.join('Alice')
    await visitor.room.getByRole('heading', { name: 'There is no such room' }).waitFor()
    await visitor.close()
  })

  it('a backend that is down: the room is out of reach, until it is back', async () => {
    const visitor = await visitRoom('down')
    await visitor.page.route('**/join', (route) => route.abort('connectionrefused'))
    await visitor.join('Alice')
    await visitor.room.getByRole('heading', { name: 'The room is out of reach' }).waitFor()
    await visitor.page.unroute('**/join')
    await visitor.button('Try again').click()
    await visitor.room.getByText('You are the only one here').waitFor()
    await visitor.close()
  })

  it('a backend that refuses: the room is not open to them', async () => {
    const visitor = await visitRoom('private')
    const problem = { type: 'about:blank', title: 'Forbidden', status: 403, code: 'not-allowed' }
    await visitor.page.route('**/join', (route) => {
      return route.fulfill({
        status: 403,
        headers: { 'access-control-allow-origin': stage.stack.demo },
        contentType: 'application/problem+json',
        body: JSON.stringify(problem),
      })
    })
    await visitor.join('Alice')
    await visitor.room.getByRole('heading', { name: 'This room is not open to you' }).waitFor()
    await visitor.close()
  })

  it('OpenTok.js that does not load: the video software did not load, until it does', async () => {
    const visitor = await visitRoom('blocked')
    await visitor.page.route('**/opentok.min.js', (route) => route.abort('blockedbyclient'))
    await visitor.join('Alice')
    await visitor.room.getByRole('heading', { name: 'The video software did not load' }).waitFor()
    await visitor.page.unroute('**/opentok.min.js')
    await visitor.button('Try again').click()
    await visitor.room.getByText('You are the only one here').waitFor()
    await visitor.close()
  })

  it('denied devices: they are told, and come in to watch and listen', async () => {
    const denied = await visitRoom('denied', { devices: 'denied' })
    const other = await visitRoom('denied')
    await other.join('Bob')
    await denied.button('Turn on camera and microphone').click()
    await denied.room.getByText('Your camera is blocked').first().waitFor()
    await denied.room.getByLabel('Your name').fill('Alice')
    await denied.button('Join to watch and listen').click()
    assert.ok((await nextFrame(denied.tile('Bob'))).width > 0)
    await other.tile('Alice').getByText('camera off').waitFor({ state: 'attached' })
    await denied.close()
    await other.close()
  })

  it('a platform that is gone: the connection was lost, camera and microphone are off', async () => {
    const visitor = await visitRoom('lost')
    await visitor.join('Alice')
    await nextFrame(visitor.tile('Alice (you)'))
    await fetch(`${stage.stack.emulator}/_emulator/reset`, { method: 'POST' })
    await visitor.room.getByRole('heading', { name: 'The connection was lost' }).waitFor()
    assert.equal(await liveTracks(visitor.page), 0)
    await visitor.close()
  })

  it('a host who removes them: they were removed', async () => {
    const visitor = await visitRoom('strict')
    await visitor.join('Alice')
    await nextFrame(visitor.tile('Alice (you)'))
    const host = await newVisitor(stage.browser)
    await host.page.goto(stage.bare)
    const { sessionId } = await credentialsOf('strict')
    const token = openTokSdk(stage.stack).generateToken(sessionId, { role: 'moderator' })
    const keys = {
      emulator: stage.stack.emulator,
      applicationId: stage.stack.apiKey,
      sessionId,
      token,
    }
    await removeEverybodyElse(host.page, keys)
    await visitor.room.getByRole('heading', { name: 'You were removed from the room' }).waitFor()
    assert.equal(await liveTracks(visitor.page), 0)
    await visitor.close()
    await host.close()
  })
})
