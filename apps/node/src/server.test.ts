import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { startServer } from './server.ts'

const project = { OPENTOK_API_KEY: '100', OPENTOK_API_SECRET: 'c0ffee', OT_PUBLIC_ROOMS: '1' }

/** A platform with one session to give away. */
async function platformUrl(t: TestContext): Promise<string> {
  const platform = createServer((_, response) => response.end('[{"session_id":"1_x"}]'))
  await once(platform.listen(0, '127.0.0.1'), 'listening')
  t.after(() => {
    platform.closeAllConnections()
    platform.close()
  })
  const address = platform.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

function join(url: string, body: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  return fetch(`${url}/rooms/Support/join`, { method: 'POST', headers, body })
}

test('a started server hands out credentials until it is closed', async (t) => {
  const OT_API_URL = await platformUrl(t)
  const server = await startServer({ ...project, OT_API_URL, OT_PROXY_URL: OT_API_URL, PORT: '0' })
  const response = await join(server.url, '{"name":"Ada"}')
  assert.equal(response.status, 200)
  const { token, expiresAt, ...credentials } = await response.json()
  assert.deepEqual(credentials, {
    applicationId: '100',
    sessionId: '1_x',
    role: 'publisher',
    mediaMode: 'relayed',
    room: 'support',
    name: 'Ada',
    proxyUrl: OT_API_URL,
  })
  assert.match(token, /^eyJ/)
  assert.ok(Date.parse(expiresAt) > Date.now())
  await Promise.all([server.close(), server.close()])
  await assert.rejects(join(server.url, '{}'))
})

test('a body that is too large is refused over a real connection', async (t) => {
  const OT_API_URL = await platformUrl(t)
  const server = await startServer({ ...project, OT_API_URL, PORT: '0' })
  t.after(() => server.close())
  const response = await join(server.url, `{"name":"${'x'.repeat(1_000_000)}"}`)
  assert.equal(response.status, 413)
  assert.equal((await response.json()).code, 'body-too-large')
})

test('a server that cannot start says why', async (t) => {
  await assert.rejects(startServer({}), /OT_PUBLIC_ROOMS/)
  await assert.rejects(startServer({ ...project, OPENTOK_API_KEY: 'x' }), /string of digits/)
  await assert.rejects(startServer({ ...project, OT_ORIGINS: '*', PORT: '0' }), /exact origins/)
  const running = await startServer({ ...project, PORT: '0' })
  t.after(() => running.close())
  const taken = { ...project, PORT: new URL(running.url).port }
  await assert.rejects(startServer(taken), { code: 'EADDRINUSE' })
})
