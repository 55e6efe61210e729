import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBackend } from '../backend.ts'
import { apiSecret, fakePlatform } from '../testing/fake-platform.ts'
import { jsonLog } from './json-log.ts'
import type { Measurement } from './log.ts'

const joining = {
  method: 'POST',
  body: '{"name":"Ada"}',
  headers: {
    'Content-Type': 'application/json',
    traceparent: `00-${'a1'.repeat(16)}-${'b2'.repeat(8)}-01`,
  },
}

test('an answer says which trace it belongs to and what took how long', async () => {
  const app = createBackend({ video: fakePlatform().video, public: true })
  const { headers } = await app.request('/rooms/a/join', joining)
  assert.match(headers.get('traceparent') ?? '', new RegExp(`^00-${'a1'.repeat(16)}-`))
  assert.match(headers.get('server-timing') ?? '', /^rule;dur=[\d.]+, room;dur=.*, sign;dur=/)
})

test('every request is measured, by operation and not by address', async () => {
  const heard: Measurement[] = []
  const measure = (measurement: Measurement) => heard.push(measurement)
  const app = createBackend({ video: fakePlatform().video, public: true, measure })
  await app.request('/rooms/a/join', joining)
  await app.request('/rooms/.a/join', joining)
  await app.request('/nothing/secret-room')
  assert.deepEqual(
    heard.map(({ operation, status, code }) => ({ operation, status, code })),
    [
      { operation: 'join', status: 200, code: undefined },
      { operation: 'join', status: 400, code: 'room-name-invalid' },
      { operation: 'none', status: 404, code: 'route-unknown' },
    ],
  )
  assert.ok((heard[0]?.parts.sign ?? -1) >= 0)
})

test('the log is one line of JSON per event, with the trace and without secrets (SEC-35)', async () => {
  const lines: string[] = []
  const log = jsonLog((line) => lines.push(line))
  const echo = `token eyJhbGciOi.J9eyJ.x-y_z, T1==cGFydG5lcg==, sig=abc&x, secret=${apiSecret}`
  const { video } = fakePlatform(() => Response.json({ message: echo }, { status: 403 }))
  await createBackend({ video, public: true, log }).request('/rooms/a/join', joining)
  const line = JSON.parse(lines[0] ?? '')
  assert.equal(line.level, 'error')
  assert.equal(line.code, 'platform-refused')
  assert.equal(line.traceId, 'a1'.repeat(16))
  assert.match(line.cause[0], /^VideoError: /)
  assert.doesNotMatch(lines.join(''), /eyJ|T1==|sig=abc|Ada/)
  assert.doesNotMatch(lines.join(''), new RegExp(apiSecret))
})
