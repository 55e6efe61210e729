import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { apiKey, testApp } from '../../testing/app.ts'
import { joining, publishing } from '../../testing/session.ts'

async function json(response: Response) {
  return JSON.parse(await response.text())
}

function stage() {
  const { app, platform } = testApp()
  const send = async (path: string, body?: unknown) =>
    app.request(`/_emulator${path}`, { method: 'POST', body: JSON.stringify(body) })
  const get = async (path: string) => json(await app.request(`/_emulator${path}`))
  return { app, platform, send, get }
}

describe("the emulator's own API", () => {
  it('lets an archive fail that is being recorded, and shows it', async () => {
    const { platform, send, get } = stage()
    await send('/seed', { sessions: [{ sessionId: '1_always', archiveMode: 'always' }] })
    platform.dispatch('1_always', { from: 'alice', message: joining('publisher') })
    const archive = async () => (await get('/sessions/1_always')).archives[0]
    const { id, status } = await archive()
    assert.equal(status, 'started')
    assert.equal((await send(`/archives/${id}/fail`)).status, 204)
    assert.equal((await archive()).status, 'failed')
    assert.equal((await send(`/archives/${id}/fail`)).status, 409)
    assert.equal((await send('/archives/other/fail')).status, 409)
  })

  it('shows who is in a session, what they publish, and what was said', async () => {
    const { platform, send, get, app } = stage()
    assert.equal((await send('/seed', { sessions: [{ sessionId: '1_demo' }] })).status, 204)
    platform.dispatch('1_demo', { from: 'alice', message: joining('moderator') })
    platform.dispatch('1_demo', { from: 'alice', message: publishing('st') })
    platform.dispatch('1_demo', { from: 'bob', message: publishing('other') })

    const session = await get('/sessions/1_demo')
    assert.equal(session.key, apiKey)
    assert.equal(session.connections[0].role, 'moderator')
    assert.equal(session.streams[0].id, 'st')
    assert.deepEqual((await get('/sessions')).sessions, [session])
    assert.equal((await app.request('/_emulator/sessions/1_other')).status, 404)

    const { messages } = await get('/sessions/1_demo/messages')
    assert.deepEqual(
      messages.map(({ from, message, status }: Record<string, { type: string }>) => [
        from,
        message?.type,
        status,
      ]),
      [
        ['alice', 'join', 200],
        ['alice', 'publish', 200],
        ['bob', 'publish', 403],
      ],
    )
    assert.match(messages[2].reason, /not connected/)
  })

  it('keeps the latest 500 messages', async () => {
    const { platform, send, get } = stage()
    await send('/seed', { sessions: [{ sessionId: '1_demo' }] })
    platform.dispatch('1_demo', { from: 'alice', message: joining('publisher') })
    for (let index = 0; index < 1200; index++) {
      const message = { type: 'signal', id: String(index), content: {} } as const
      platform.dispatch('1_demo', { from: 'alice', message })
    }
    const { messages } = await get('/sessions/1_demo/messages')
    assert.equal(messages.length, 500)
    assert.equal(messages.at(-1).message.id, '1199')
  })

  it('brings participants in whom nobody sits behind, and takes them out', async () => {
    const { app, send, get } = stage()
    const sessions = [{ sessionId: 'S' }, { sessionId: 'mesh', mediaMode: 'relayed' }]
    await send('/seed', { sessions })
    const added = await send('/sessions/S/participants', { name: 'Ada', colour: 'teal' })
    assert.equal(added.status, 201)
    const { connectionId, streamId } = await json(added)
    const ada = { id: connectionId, stream: streamId, name: 'Ada', colour: 'teal', hertz: 440 }
    assert.deepEqual((await get('/sessions/S')).participants, [ada])
    const remove = async () => {
      const path = `/_emulator/sessions/S/participants/${connectionId}`
      return (await app.request(path, { method: 'DELETE' })).status
    }
    assert.equal(await remove(), 204)
    assert.equal(await remove(), 409)
    assert.deepEqual((await get('/sessions/S')).connections, [])

    for (const [body, message] of [
      [{ colour: 'pink' }, 'Invalid request: colour: must be one of green, orange, purple, teal'],
      [{ hertz: 20_000 }, 'Invalid request: hertz: must be at most 7000'],
    ] as const) {
      const refused = await send('/sessions/S/participants', body)
      assert.deepEqual([refused.status, (await json(refused)).message], [400, message])
    }
    const mesh = await send('/sessions/mesh/participants', {})
    assert.equal(mesh.status, 409)
    assert.match((await json(mesh)).message, /needs a routed session/)
  })

  it('takes projects and callbacks too, all or nothing', async () => {
    const { platform, send } = stage()
    const callbacks = [{ apiKey: '777', group: 'archive', url: 'http://127.0.0.1:9/' }]
    const projects = [{ apiKey: '777', apiSecret: 'secret' }]
    const sessions = [{ apiKey: '888' }]
    const refused = await send('/seed', { projects, callbacks, sessions })
    assert.equal(refused.status, 400)
    assert.match((await json(refused)).message, /^seed\.sessions\[0\]\.apiKey must be/)
    assert.equal(platform.accounts.get('777'), undefined)

    assert.equal((await send('/seed', { projects, callbacks })).status, 204)
    assert.equal(platform.accounts.get('777')?.type, 'project')
    assert.equal(platform.callbacks.listOf('777').length, 1)
    await send('/reset')
    assert.equal(platform.accounts.get('777'), undefined)
    assert.equal(platform.callbacks.listOf('777').length, 0)
  })

  it('says what is wrong with a seed', async () => {
    const { app, send } = stage()
    const wrong = await send('/seed', { sessions: [{ mediaMode: 'mesh' }] })
    assert.match((await json(wrong)).message, /^seed\.sessions\[0\]\.mediaMode must be/)
    const garbage = await app.request('/_emulator/seed', { method: 'POST', body: '{' })
    assert.equal(garbage.status, 400)
  })

  it('goes back to the start', async () => {
    const { send, get } = stage()
    await send('/seed', { sessions: [{}] })
    assert.equal((await send('/reset')).status, 204)
    assert.deepEqual(await get('/sessions'), { sessions: [] })
  })

  it('is closed to pages from elsewhere', async () => {
    const { app } = stage()
    const reset = (origin: string) =>
      app.request('/_emulator/reset', { method: 'POST', headers: { origin } })
    assert.equal((await reset('https://evil.example')).status, 403)
    assert.equal((await reset('http://localhost:5173')).status, 204)
  })
})
