import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { testApp } from '../testing/app.ts'
import { joining, publishing } from '../testing/session.ts'

const root = '/_emulator/console'
const page = `${root}/sessions/1_demo`

function stage(mediaMode: 'relayed' | 'routed' = 'routed') {
  const { app, platform } = testApp()
  const show = async (path: string) => (await app.request(path)).text()
  const press = (
    path: string,
    fields: Readonly<Record<string, string>> = {},
    from = 'http://127.0.0.1:4848',
  ) =>
    app.request(path, {
      method: 'POST',
      headers: { origin: from, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
  const seed = () =>
    app.request('/_emulator/seed', {
      method: 'POST',
      body: JSON.stringify({ sessions: [{ sessionId: '1_demo', mediaMode }] }),
    })
  return { app, platform, show, press, seed }
}

describe('the console', () => {
  it('is where a browser goes that knows nothing but the address', async () => {
    const { app, show } = stage()
    const answer = await app.request('/')
    assert.equal(answer.headers.get('location'), root)
    assert.match(await show(root), /No session yet/)
  })

  it('shows sessions, who is in one, what they send, and what was said and refused', async () => {
    const { platform, show, seed } = stage()
    await seed()
    platform.dispatch('1_demo', { from: 'alice', message: joining('moderator') })
    platform.dispatch('1_demo', { from: 'alice', message: publishing('st') })
    platform.dispatch('1_demo', { from: 'bob', message: publishing('other') })
    assert.match(await show(root), /href="\/_emulator\/console\/sessions\/1_demo"/)
    const text = await show(page)
    for (const seen of [/moderator/, /sends /, /publish/, /403 .*not connected/]) {
      assert.match(text, seen)
    }
  })

  it('shows what people write as text, never as markup', async () => {
    const { show, press, seed } = stage()
    await seed()
    const name = '<img src=x onerror=alert(1)>'
    assert.equal((await press(`${page}/participants`, { name })).status, 303)
    const text = await show(`${page}?trouble=${encodeURIComponent(name)}`)
    assert.ok(!text.includes('<img'))
    assert.equal(text.split('&lt;img src=x onerror=alert(1)&gt;').length > 2, true)
  })

  it('brings somebody in, makes networks bad, and takes them out again', async () => {
    const { app, platform, show, press, seed } = stage()
    await seed()
    platform.dispatch('1_demo', { from: 'alice', message: joining('publisher') })
    await press(`${page}/participants`, { name: 'Ada King' })
    assert.match(await show(page), /Ada King/)
    const network = await press(`${page}/connections/alice/network`, {
      network: 'Gone: nothing passes',
    })
    assert.equal(network.headers.get('location'), page)
    assert.match(await show(page), /<option selected>Gone: nothing passes/)
    const { participants } = (await (await app.request('/_emulator/sessions/1_demo')).json()) as {
      participants: readonly { id: string }[]
    }
    await press(`${page}/participants/${participants[0]?.id}/leave`)
    assert.doesNotMatch(await show(page), /Ada King<\/h3>|Take out/)
  })

  it('says why something cannot be done, where it was asked for', async () => {
    const { press, seed } = stage('relayed')
    await seed()
    const location = (await press(`${page}/participants`)).headers.get('location') ?? ''
    const [path, query] = location.split('?')
    assert.equal(path, page)
    assert.match(new URLSearchParams(query).get('trouble') ?? '', /routed/)
  })

  it('starts again, and goes back to the sessions from one that is not there any more', async () => {
    const { app, press, seed } = stage()
    await seed()
    assert.equal((await press(`${root}/reset`)).headers.get('location'), root)
    const gone = await app.request(page)
    assert.match(gone.headers.get('location') ?? '', /^\/_emulator\/console\?trouble=/)
  })

  it('does nothing for pages elsewhere, and is shown in no frame', async () => {
    const { app, press, seed } = stage()
    await seed()
    assert.equal((await press(`${root}/reset`, {}, 'https://example.com')).status, 403)
    assert.equal((await press(`${root}/reset`, {}, 'null')).status, 403)
    for (const path of [root, page]) {
      const { status, headers } = await app.request(path)
      assert.equal(status, 200)
      assert.match(
        headers.get('content-security-policy') ?? '',
        /default-src 'none'.*frame-ancestors 'none'/,
      )
      assert.equal(headers.get('access-control-allow-origin'), null)
    }
  })
})
