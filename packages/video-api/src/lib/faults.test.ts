import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import { createAccountApi } from './administration/account-api.ts'
import type { ConnectionOptions } from './platform/connect.ts'
import { application, project } from './testing/example-account.ts'
import { everyCall } from './testing/every-call.ts'
import type { Doors } from './testing/every-call.ts'
import { faults } from './testing/faults.ts'
import { assertSilent } from './testing/silence.ts'
import { stubPlatform } from './testing/stub-platform.ts'
import { createVideoApi } from './video-api.ts'
import { VideoError } from './video-error.ts'

const account = { accountKey: '200', accountSecret: project.apiSecret }

/** As an OpenTok project and account; or, for what a project can ask, as a Vonage application. */
function doors(options: ConnectionOptions, as: 'project' | 'application' = 'project'): Doors {
  const credentials = as === 'project' ? project : application
  return {
    video: createVideoApi({ ...credentials, ...options }),
    account: createAccountApi({ ...account, ...options }),
  }
}

const timeoutMs = 60_000

const unhandled: unknown[] = []
process.on('unhandledRejection', (reason) => unhandled.push(reason))

describe('whatever goes wrong, a call ends with a typed error that shows no secret', () => {
  for (const { title, code, answer, isSuccess } of faults) {
    it(title, async (t) => {
      // Time stands still until every request has come: on a busy machine it would be over before they are sent.
      if (code === 'timeout') t.mock.timers.enable({ apis: ['setTimeout'] })
      let left = everyCall.length
      const { url: apiUrl, requests } = await stubPlatform(t, (response, request) => {
        answer(response, request)
        left -= 1
        if (left === 0 && code === 'timeout') t.mock.timers.tick(timeoutMs)
      })
      const open = doors({ apiUrl, timeoutMs, retries: 0 })
      const outcomes = await Promise.allSettled(everyCall.map(({ make }) => make(open)))
      for (const [index, { name, answer: wanted }] of everyCall.entries()) {
        const outcome = outcomes[index]
        const error: unknown = outcome?.status === 'rejected' ? outcome.reason : undefined
        if (isSuccess === true && wanted === undefined) {
          assert.equal(error, undefined, `${name} was not content`)
          continue
        }
        assert.ok(error instanceof VideoError, `${name} succeeded, or failed otherwise`)
        assert.equal(error.code, code, `${name}: ${error.message}`)
        assertSilent(error)
      }
      assert.equal(requests.length, everyCall.length)
    })
  }

  it('and nothing is left over that nobody handles', async () => {
    await new Promise((resolve) => setImmediate(resolve))
    assert.deepEqual(unhandled, [])
  })
})

test('the same as a Vonage application, whose key is no secret text to look for', async (t) => {
  for (const { code, answer } of faults.filter(({ isSuccess }) => isSuccess === undefined)) {
    const { url: apiUrl } = await stubPlatform(t, answer)
    const limits = { timeoutMs: code === 'timeout' ? 100 : 60_000, retries: 0 }
    const open = doors({ apiUrl, ...limits }, 'application')
    const { make } = everyCall[0] ?? assert.fail('there is no call')
    await assert.rejects(make(open), (error: VideoError) => {
      assertSilent(error)
      return error.code === code
    })
  }
})

test('a platform that does not answer https, and one that is not there, cannot be reached', async (t) => {
  const { url } = await stubPlatform(t, (response) => response.end())
  for (const apiUrl of [url.replace('http:', 'https:'), 'http://127.0.0.1:9']) {
    for (const { name, make } of everyCall) {
      await assert.rejects(make(doors({ apiUrl, retries: 0 })), (error: VideoError) => {
        assertSilent(error)
        assert.equal(error.code, 'network', name)
        assert.ok(error.cause instanceof Error)
        return true
      })
    }
  }
})

test('a fetch whose error holds the request, secrets and all, shows none of them', async () => {
  const fetch = (_url: unknown, init?: RequestInit): Promise<Response> => {
    const headers = JSON.stringify(init?.headers)
    const inner = Object.assign(new Error(`sent ${JSON.stringify(init?.body)}`), { request: init })
    return Promise.reject(new TypeError(`failed with ${headers}`, { cause: inner }))
  }
  for (const { make } of everyCall) {
    await assert.rejects(make(doors({ fetch, retries: 0 })), (error) => (assertSilent(error), true))
  }
})

describe('an answer that is right', () => {
  for (const { name, answer, make } of everyCall) {
    it(`${name} resolves with it, frozen`, async () => {
      const fetch = async () =>
        answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer)
      const value = await make(doors({ fetch }))
      if (answer === undefined) assert.equal(value, undefined)
      else assert.ok(typeof value === 'object' && value !== null && Object.isFrozen(value))
      assertSilent(value)
    })
  }
})

describe('a call that is given up', () => {
  for (const { name, make } of everyCall) {
    it(`${name} ends at once, before and while it is sent`, async () => {
      const life = new AbortController()
      const reason = new Error('leaving')
      const fetch = (): Promise<Response> => {
        life.abort(reason)
        return new Promise(() => undefined)
      }
      const aborted = { code: 'aborted', cause: reason }
      await assert.rejects(make(doors({ fetch }), { signal: life.signal }), aborted)
      const never = () => assert.fail('it was sent')
      await assert.rejects(make(doors({ fetch: never }), { signal: life.signal }), aborted)
    })
  }
})
