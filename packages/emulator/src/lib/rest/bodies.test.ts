import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { apiKey } from '../testing/app.ts'
import { restStage } from '../testing/rest.ts'
import type { RestStage } from '../testing/rest.ts'
import { endpoints } from './endpoints.ts'
import type { Endpoint } from './endpoint.ts'

/** Requests that say everything by their path. */
const needNothing = [
  /\/signal$/,
  /\/stream\/:stream\/mute$/,
  /\/migrate$/,
  /\/stop$/,
  /\/render\/:render$/,
  /\/refreshSecret$/,
  /^\/v2\/project$/,
]

const writing = endpoints.filter(({ method }) => !['GET', 'DELETE'].includes(method))
const demanding = writing.filter(({ path }) => !needNothing.some((pattern) => pattern.test(path)))

/** A request with this body to a session that is there; other things are not. */
async function send(stage: RestStage, endpoint: Endpoint, body: unknown) {
  const { method, path, by } = endpoint
  const below = path.replace('/v2/project/:key', '').replaceAll(/:(?!session)\w+/g, 'none')
  return by === undefined
    ? stage.request(method, below, body)
    : stage.administer(method, path.replace(':key', apiKey), body)
}

describe('a request with a body', () => {
  it('is refused with 400 and the name of the field when something is missing', async () => {
    for (const endpoint of demanding) {
      const { status, body } = await send(restStage(), endpoint, {})
      const seen = `${endpoint.method} ${endpoint.path}: ${JSON.stringify(body)}`
      assert.equal(status, 400, seen)
      assert.match(String(body['message']), /^Invalid request: \w+/, seen)
      assert.equal(typeof body['code'], 'number', seen)
    }
  })

  it('is refused with 400 when it is not a JSON object, or nested without end', async () => {
    const deep = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`)
    for (const endpoint of writing) {
      for (const body of [[], 'text', 7, null, { deep }]) {
        const answer = await send(restStage(), endpoint, body)
        const seen = `${endpoint.method} ${endpoint.path}: ${JSON.stringify(answer)}`
        assert.equal(answer.status, 400, seen)
        assert.match(String(answer.body['message']), /must be a JSON object/, seen)
      }
    }
  })

  it('is refused with 413 when it is too long', async () => {
    for (const endpoint of writing) {
      const { status, body } = await send(restStage(), endpoint, { name: 'x'.repeat(70_000) })
      assert.equal(status, 413, `${endpoint.method} ${endpoint.path}`)
      assert.equal(body['code'], 413)
    }
  })

  it('never fails the emulator, whatever the fields hold', async () => {
    const fields = demanding.flatMap((endpoint) =>
      ['sessionId', 'token', 'items', 'active', 'url', 'sip', 'websocket', 'type', 'outputs'].map(
        (name) => [endpoint, name] as const,
      ),
    )
    const values = [null, true, 0, -1, '', 'x', [], [null], {}, { uri: 1 }, { type: {} }]
    const stage = restStage()
    for (const [endpoint, name] of fields) {
      for (const value of values) {
        const { status } = await send(stage, endpoint, { [name]: value })
        assert.ok(
          status < 500,
          `${endpoint.method} ${endpoint.path} ${name} ${JSON.stringify(value)}`,
        )
      }
    }
  })
})
