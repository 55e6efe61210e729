import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { createBackend } from '../backend.ts'
import { operations } from '../client/operations.ts'
import { backlog } from '../features/backlog/backlog.ts'
import { rateLimits } from '../features/limits/rate-limits.ts'
import { meetings } from '../features/moderation/meetings.ts'
import { moderation } from '../features/moderation/moderation.ts'
import { reference } from '../features/reference/reference.ts'
import { waitingRoom } from '../features/waiting/waiting-room.ts'
import { webhooks } from '../features/webhooks/webhooks.ts'
import { fakePlatform } from '../testing/fake-platform.ts'
import { secret } from '../testing/host-backend.ts'

/** `OT_FUZZ_RUNS=1000000 npm run fuzz:backend` takes its time. */
const numRuns = Number(process.env['OT_FUZZ_RUNS'] ?? 3000)

const segment = fc.oneof(
  fc.constantFrom(
    'rooms',
    'a',
    '__proto__',
    'join',
    'lock',
    'waiting',
    'webhooks',
    '..',
    '%2e%2e',
    '%00',
    '%zz',
    '.',
  ),
  fc
    .string({ unit: 'binary', maxLength: 80 })
    .map((text) => encodeURIComponent(Buffer.from(text).toString())),
  fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[#?\s\\]/g, '-')),
)
const known = fc
  .tuple(fc.constantFrom(...Object.values(operations)), segment)
  .map(([{ path }, part]) => {
    return path.replaceAll(/\{\w+\}/g, () => part)
  })
const path = fc.oneof(
  known,
  fc.constantFrom('/webhooks', '/openapi.json', '/reference', '/livez', '/readyz'),
  fc.array(segment, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`),
)
const method = fc.constantFrom(
  'POST',
  'POST',
  'POST',
  'GET',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'HEAD',
  'PROPFIND',
)
const printable = fc.string({ maxLength: 200 }).filter((text) => /^[\x20-\x7e]*$/.test(text))
const headers = fc.dictionary(
  fc.constantFrom(
    'content-type',
    'content-length',
    'transfer-encoding',
    'origin',
    'authorization',
    'traceparent',
    'x-forwarded-for',
    'sec-fetch-site',
    'access-control-request-method',
    'x-test',
  ),
  fc.oneof(
    printable,
    fc.constantFrom(
      'application/json',
      'null',
      '5',
      '-1',
      '1e9',
      'chunked',
      'host',
      'https://site.example',
    ),
  ),
)
const field = fc.constantFrom(
  'name',
  'ticket',
  'wait',
  'pass',
  'text',
  'visitor',
  'guest',
  'locked',
  'muted',
  'raised',
  'value',
  '__proto__',
)
const body = fc.oneof(
  fc.dictionary(field, fc.jsonValue({ maxDepth: 3 })).map((value) => JSON.stringify(value)),
  fc.json(),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
  fc.constantFrom('', '['.repeat(16_000), '{"name":'.repeat(500), '\uFEFF{}', 'x'.repeat(20_000)),
)

test('no request makes the server fail, and every refusal is a problem with a code (FUZZ-01)', async () => {
  const platform = fakePlatform()
  const connections = {
    ...platform.video.connections,
    list: async () => ({ count: 0, items: [] }),
    disconnect: async () => {},
  }
  const streams = {
    ...platform.video.streams,
    muteAll: async () => undefined as never,
    endMuteAll: async () => undefined as never,
  }
  const signals = { ...platform.video.signals, send: async () => {} }
  const video = { ...platform.video, connections, streams, signals }
  const app = createBackend({
    video,
    authorize: (request) => ({
      allow: true,
      role: request.headers.get('x-test') === 'host' ? 'moderator' : 'publisher',
    }),
    origins: ['https://site.example'],
    features: [
      rateLimits({ perRoom: { count: 100_000, seconds: 1 } }),
      moderation(video),
      waitingRoom(video),
      meetings(video),
      backlog({ secret }),
      webhooks({ secrets: secret, onEvent: async () => {} }),
      reference(),
    ],
  })
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(method, path, headers, body, async (method, path, headers, body) => {
      const bodied = !['GET', 'HEAD'].includes(method)
      // Who waits does so for 20 seconds.
      const patient = typeof body === 'string' && body.includes('"wait":true')
      const init = { method, headers, ...(bodied && { body: patient ? '{}' : body }) }
      const response = await app.request(`https://rooms.example${path}`, init)
      const { status } = response
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      assert.ok(status < 500, `${status} ${await response.clone().text()}`)
      assert.equal(response.headers.get('cache-control'), 'no-store')
      if (status < 400 || method === 'HEAD') return
      assert.equal(response.headers.get('content-type'), 'application/problem+json')
      const problem = await response.json()
      assert.equal(problem.status, status)
      assert.match(problem.code, /^[a-z-]+$/)
    }),
    { numRuns },
  )
  for (const status of [200, 204, 400, 403, 404, 405, 415]) {
    assert.ok(
      (statuses.get(status) ?? 0) > 0,
      `${status} never came: ${JSON.stringify([...statuses])}`,
    )
  }
})
