import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { gzipSync } from 'node:zlib'
import { startServer } from './server.ts'

/** A server over a platform that answers as it is told. */
async function serving(t: TestContext, answer: (response: ServerResponse) => void): Promise<URL> {
  const platform = createServer((request, response) => {
    request.resume()
    answer(response)
  })
  await once(platform.listen(0, '127.0.0.1'), 'listening')
  const address = platform.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const server = await startServer({
    OPENTOK_API_KEY: '100',
    OPENTOK_API_SECRET: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
    OT_API_URL: `http://127.0.0.1:${port}`,
    OT_PUBLIC_ROOMS: '1',
    PORT: '0',
  })
  t.after(async () => {
    await server.close()
    platform.closeAllConnections()
    platform.close()
  })
  return new URL(server.url)
}

/** Everything that a server says to what is sent to it. */
async function said({ hostname, port }: URL, sent: string): Promise<string> {
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  let text = ''
  socket.setEncoding('utf8').on('data', (part: string) => (text += part))
  socket.write(sent)
  await new Promise((resolve) => socket.on('close', resolve))
  return text
}

const session = (response: ServerResponse) => response.end('[{"session_id":"1_x"}]')

const join = (url: URL) =>
  fetch(new URL('/rooms/a/join', url), {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'application/json' },
  })

test('headers of 100000 bytes are refused, and the server goes on (SEC-39)', async (t) => {
  const url = await serving(t, session)
  const flood = `POST /rooms/a/join HTTP/1.1\r\nHost: x\r\nX-Flood: ${'x'.repeat(100_000)}\r\n\r\n`
  // What it says may be lost with the connection, which it does not read any further.
  assert.match(await said(url, flood), /^(HTTP\/1\.1 431 |$)/)
  assert.equal((await join(url)).status, 200)
})

test('a sender is held to the length it has announced (SEC-39)', async (t) => {
  const url = await serving(t, session)
  const head = 'POST /rooms/a/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
  const answers = await said(url, `${head}Content-Length: 2\r\n\r\n{}${'x'.repeat(1000)}`)
  const statuses = [...answers.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => status)
  assert.equal(statuses.at(-1), '400')
  const both = `${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n`
  assert.match(await said(url, both + 'x'.repeat(1000)), /^HTTP\/1\.1 400 /)
})

const bombs: readonly [title: string, answer: (response: ServerResponse) => void][] = [
  [
    'of 64 MB that arrive as 64 kB',
    (response) =>
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(64 * 1024 * 1024))),
  ],
  ['of 10 MB of JSON', (response) => response.end(`[${'{},'.repeat(3_500_000)}{}]`)],
]

for (const [title, answer] of bombs) {
  test(`an answer of the platform ${title} is not taken in (SEC-39)`, async (t) => {
    const url = await serving(t, answer)
    const response = await join(url)
    assert.equal(response.status, 502)
    assert.equal(Object(await response.json()).code, 'platform-error')
  })
}
