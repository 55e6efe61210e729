import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { createVideoApi } from '@ot-room/video-api'
import { createBackend } from './backend.ts'
import { memoryStore } from './stores/memory.ts'
import { jsonLog } from './telemetry/json-log.ts'
import type { LogEntry } from './telemetry/log.ts'

const canary = 'c0ffee15c0ffee15c0ffee15c0ffee15c0ffee15'

/** A secret in the disguises in which it could be printed. */
const disguises = [
  canary,
  encodeURIComponent(canary),
  Buffer.from(canary).toString('base64').replace(/=+$/, ''),
  Buffer.from(canary).toString('hex'),
]

const joining = {
  method: 'POST',
  body: '{"name":"Ada"}',
  headers: { 'Content-Type': 'application/json' },
}

type Answer = (init: RequestInit | undefined) => Response | Promise<Response>

const told = (init: RequestInit | undefined) => {
  const headers = Object.fromEntries(new Headers(init?.headers))
  return JSON.stringify({ message: `secret=${canary} ${JSON.stringify(headers)}` })
}

/** What a platform may do, most of it repeating what it was sent. */
const faults: Readonly<Record<string, Answer>> = {
  ...Object.fromEntries(
    [400, 401, 403, 404, 409, 413, 429, 500, 502, 503, 504].map((status): [string, Answer] => [
      `${status}`,
      (init) => new Response(told(init), { status, headers: { 'Retry-After': '7' } }),
    ]),
  ),
  html: () => new Response(`<html>${canary}</html>`),
  nothing: () => new Response(''),
  'an empty list': () => Response.json([]),
  'a list of nothing': () => Response.json([{}]),
  'wrong types': () => Response.json([{ session_id: { secret: canary } }]),
  'half a body': () => new Response(`[{"session_id":"${canary}`),
  '10 MB': () => new Response(canary.repeat(250_000)),
  'a redirect': () => Response.redirect(`https://evil.example/${canary}`, 301),
  'a broken line': () => Promise.reject(new TypeError(`connect ECONNREFUSED ${canary}`)),
  silence: (init) =>
    new Promise((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new Error('given up')))
    }),
}

for (const [name, answer] of Object.entries(faults)) {
  test(`a platform that answers ${name}: a typed refusal in time, no secret, and the room recovers (SEC-35, SEC-36)`, async () => {
    let broken = true
    const fetch = async (_: unknown, init?: RequestInit) =>
      broken ? answer(init) : Response.json([{ session_id: '1_x' }])
    const video = createVideoApi({ apiKey: '100', apiSecret: canary, fetch, timeoutMs: 200 })
    const entries: LogEntry[] = []
    const lines: string[] = []
    const write = jsonLog((line) => lines.push(line))
    const log = (entry: LogEntry) => {
      entries.push(entry)
      write(entry)
    }
    const app = createBackend({ video, public: true, store: memoryStore(), log })
    const responses = await Promise.all(
      Array.from({ length: 5 }, async () => app.request('/rooms/a/join', joining)),
    )
    const bodies = await Promise.all(responses.map((response) => response.text()))
    for (const [index, { status, headers }] of responses.entries()) {
      assert.ok([502, 503, 504].includes(status), `${status}`)
      assert.equal(headers.get('content-type'), 'application/problem+json')
      assert.match(JSON.parse(bodies[index] ?? '').code, /^(platform-|room-unavailable)/)
    }
    const seen = [
      ...bodies,
      ...lines,
      ...responses.map(({ headers }) => JSON.stringify([...headers])),
      inspect(entries, { depth: 20, showHidden: true }),
      inspect(video, { depth: 20, showHidden: true }),
      JSON.stringify(video),
    ].join('\n')
    for (const disguise of disguises) assert.ok(!seen.includes(disguise), disguise)
    assert.doesNotMatch(seen, /eyJ[\w-]{10}/)
    broken = false
    assert.equal((await app.request('/rooms/a/join', joining)).status, 200)
  })
}

test('a key that cannot sign makes readiness fail without telling the key (SEC-46)', async () => {
  const video = createVideoApi({ apiKey: '100', apiSecret: canary })
  const generateToken = () => Promise.reject(new Error(`bad key ${canary}`))
  const app = createBackend({ video: { ...video, generateToken }, public: true })
  const response = await app.request('/readyz')
  assert.equal(response.status, 500)
  assert.doesNotMatch(await response.text(), new RegExp(canary))
})
