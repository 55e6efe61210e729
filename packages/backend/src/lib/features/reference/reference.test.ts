import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBackend } from '../../backend.ts'
import { operations } from '../../client/operations.ts'
import { fakePlatform } from '../../testing/fake-platform.ts'
import { backlog } from '../backlog/backlog.ts'
import { broadcasting } from '../broadcasting/broadcasting.ts'
import { captions } from '../captions/captions.ts'
import { meetings } from '../moderation/meetings.ts'
import { moderation } from '../moderation/moderation.ts'
import { recording } from '../recording/recording.ts'
import { telephony } from '../telephony/telephony.ts'
import { waitingRoom } from '../waiting/waiting-room.ts'
import { reference } from './reference.ts'

const { video } = fakePlatform()
const all = [
  waitingRoom(video),
  moderation(video),
  meetings(video),
  recording(video),
  broadcasting(video),
  captions(video),
  telephony(video, { addressOf: () => undefined }),
  backlog({ secret: 'a secret of this test, 32 characters' }),
  reference(),
]
const routed = { mediaMode: 'routed' } as const
const app = createBackend({ video, public: true, session: routed, features: all })

type Described = {
  openapi: string
  servers: { url: string }[]
  paths: Record<string, Record<string, { operationId: string; parameters: { name: string }[] }>>
  components: { schemas: { Problem: { properties: { code: { enum: string[] } } } } }
}

async function described(): Promise<Described> {
  return (await app.request('/openapi.json')).json()
}

test('the description names every operation, with its path and parameters', async () => {
  const { openapi, paths } = await described()
  assert.equal(openapi, '3.1.0')
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters }]) => {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      assert.deepEqual(
        parameters.map(({ name }) => name),
        named,
      )
      return `${operationId} ${method.toUpperCase()} ${path}`
    }),
  )
  const known = Object.values(operations).map(({ id, method, path }) => `${id} ${method} ${path}`)
  assert.deepEqual(found.toSorted(), known.toSorted())
})

test('every described operation is there, and everything undescribed is not (FUZZ-05)', async () => {
  const { paths } = await described()
  for (const [path, methods] of Object.entries(paths)) {
    const url = path.replaceAll(/\{\w+\}/g, 'a')
    for (const method of ['get', 'post', 'put', 'delete']) {
      const response = await app.request(url, {
        method: method.toUpperCase(),
        ...(method === 'post' && { body: '{}', headers: { 'Content-Type': 'application/json' } }),
      })
      const refusedMethod = response.status === 405
      assert.equal(refusedMethod, !Object.hasOwn(methods, method), `${method} ${path}`)
    }
  }
})

test('a GET changes nothing: those there are only list (SEC-20)', () => {
  const reading = Object.values(operations).filter(({ method }) => method === 'GET')
  assert.deepEqual(
    reading.map(({ id }) => id),
    ['waiting', 'listRecordings', 'listBroadcasts'],
  )
})

test('the codes of refusals are listed', async () => {
  const { components } = await described()
  const codes = components.schemas.Problem.properties.code.enum
  for (const code of ['not-allowed', 'waiting', 'room-full', 'store-unavailable']) {
    assert.ok(codes.includes(code))
  }
})

test('the page shows the same to people, and nothing in it can run (SEC-41)', async () => {
  const response = await app.request('/reference')
  assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8')
  assert.match(response.headers.get('content-security-policy') ?? '', /^default-src 'none';/)
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
  const page = await response.text()
  for (const { path } of Object.values(operations)) assert.ok(page.includes(path), path)
  assert.doesNotMatch(page, /<script|onload|https?:\/\//)
})

test('without the feature there is neither', async () => {
  const bare = createBackend({ video, public: true })
  assert.equal((await bare.request('/openapi.json')).status, 404)
  assert.equal((await bare.request('/reference')).status, 404)
})
