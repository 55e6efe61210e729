import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it, type TestContext } from 'node:test'
import { jwtVerify } from 'jose'
import type { TestHarness } from 'wrangler'
import { durableObjectStore, type DurableObjectBinding } from '@ot-room/backend/cloudflare'
import { createWorkerd } from './support/workerd.ts'
import { createEmulator, type Emulator } from '../../packages/emulator/src/index.ts'

/** The part of the harness that is used; its own types want those of the whole Worker. */
interface Evictable {
  getEnv(): Promise<{ readonly STORE: DurableObjectBinding }>
  evictDurableObject(className: string, object: { readonly name: string }): Promise<void>
}

describe('the Worker, in workerd, with the emulator as the platform', () => {
  let emulator: Emulator
  let worker: TestHarness

  before(async () => {
    emulator = await createEmulator({ port: 0 })
    const { url, apiKey, apiSecret } = emulator
    worker = createWorkerd({
      root: join(import.meta.dirname, '../../apps/worker'),
      workers: [
        {
          configPath: 'wrangler.jsonc',
          vars: {
            OPENTOK_API_KEY: apiKey,
            OT_API_URL: url,
            OT_PUBLIC_ROOMS: '1',
            OT_RATE_LIMITS: 'off',
          },
          secrets: { OPENTOK_API_SECRET: apiSecret },
        },
      ],
    })
    await worker.listen()
  })
  after(async () => {
    await worker?.close()
    await emulator?.close()
  })

  const enter = (room: string, body = '{"name":"Ada"}') =>
    worker.fetch(`/rooms/${room}/join`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    })

  it('hands out a session of the platform and a token for it', async () => {
    const response = await enter('Support')
    assert.equal(response.status, 200)
    const answer = (await response.json()) as Record<string, string>
    assert.equal(answer['applicationId'], emulator.apiKey)
    const secret = new TextEncoder().encode(emulator.apiSecret)
    const { payload } = await jwtVerify(answer['token'] ?? '', secret)
    assert.equal(payload['session_id'], answer['sessionId'])
    assert.equal(payload['role'], 'publisher')
  })

  it('lets 500 who come at once meet in one session', async () => {
    const answers = await Promise.all(
      Array.from({ length: 500 }, async () => (await enter('crowd')).json()),
    )
    assert.equal(new Set(answers.map((answer) => Reflect.get(Object(answer), 'sessionId'))).size, 1)
  })

  it('keeps a room in one session while its Durable Object is evicted, and after that (CON-05)', async () => {
    const handle = worker.getWorker() as unknown as Evictable
    const store = durableObjectStore((await handle.getEnv()).STORE)
    for (let round = 0; round < 5; round += 1) {
      const room = `evicted-${round}`
      const name = `session/${room}`
      const crowd = Array.from({ length: 20 }, async () => (await enter(room)).json())
      await store.read(name)
      await handle.evictDurableObject('StoreObject', { name })
      // Who was in the middle of a question is told to ask again, and nobody gets another session.
      const answers = (await Promise.all(crowd)).map(Object)
      const { sessionId: session } = Object(await (await enter(room)).json())
      for (const { sessionId, code } of answers) {
        assert.ok(code === 'store-unavailable' || sessionId === session, code ?? sessionId)
      }
      const { value = '' } = await store.read(name)
      assert.ok(value.includes(session), value)
    }
  })

  it('refuses as the Node server does, and is alive and ready', async () => {
    assert.equal((await enter('..%2f')).status, 400)
    assert.equal((await enter('a', '[]')).status, 400)
    assert.equal((await enter('a', `{"name":"${'x'.repeat(20_000)}"}`)).status, 413)
    assert.equal((await worker.fetch('/rooms/a/join')).status, 405)
    assert.equal((await worker.fetch('/livez')).status, 200)
    assert.equal((await worker.fetch('/readyz')).status, 200)
  })

  it('logs what happened, without names, tokens and secrets (SEC-35)', () => {
    const log = worker
      .getLogs()
      .map(({ message }) => message)
      .join('\n')
    assert.match(log, /"event":"joined","room":"support"/)
    assert.doesNotMatch(log, /Ada|eyJ/)
    assert.ok(!log.includes(emulator.apiSecret))
  })
})

describe('what the Worker is told by its variables', () => {
  const secret = 'a secret of this test, 32 characters at least'
  const key = 'the-key-of-a-host-of-this-test-0123456789'

  async function withVariables(
    t: TestContext,
    vars: Record<string, string>,
  ): Promise<(path: string, headers?: Record<string, string>) => Promise<Record<string, unknown>>> {
    const emulator = await createEmulator({ port: 0 })
    const { url, apiKey, apiSecret } = emulator
    const worker = createWorkerd({
      root: join(import.meta.dirname, '../../apps/worker'),
      workers: [
        {
          configPath: 'wrangler.jsonc',
          vars: { OPENTOK_API_KEY: apiKey, OT_API_URL: url, OT_PUBLIC_ROOMS: '1', ...vars },
          secrets: { OPENTOK_API_SECRET: apiSecret },
        },
      ],
    })
    t.after(async () => {
      await worker.close()
      await emulator.close()
    })
    await worker.listen()
    return async (path, headers = {}) => {
      const response = await worker.fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: '{}',
      })
      const text = await response.text()
      return { ...(text === '' ? {} : Object(JSON.parse(text))), status: response.status }
    }
  }

  it('is heard: a waiting room keeps a guest waiting until a host has let them in', async (t) => {
    const ask = await withVariables(t, {
      OT_FEATURES: 'waiting-room',
      OT_SECRET: secret,
      OT_HOST_KEY: key,
    })
    const { code, token } = await ask('/rooms/a/join')
    assert.deepEqual([code, token], ['waiting', undefined])
    const host = { Authorization: `Bearer ${key}` }
    assert.equal((await ask('/rooms/a/join', host))['role'], 'moderator')
    assert.equal((await ask('/rooms/a/admit', host))['status'], 204)
  })

  it('limits strangers in public rooms without being told to', async (t) => {
    const ask = await withVariables(t, {})
    const address = { 'CF-Connecting-IP': '203.0.113.7' }
    // Sixty at once, and one more each second: whoever asks on and on is refused some time.
    const statuses: unknown[] = []
    while (statuses.length < 400 && !statuses.includes(429)) {
      const some = Array.from({ length: 10 }, () => ask('/rooms/a/join', address))
      statuses.push(...(await Promise.all(some)).map(({ status }) => status))
    }
    assert.ok(statuses.includes(429))
    assert.deepEqual(new Set(statuses.slice(0, 60)), new Set([200]))
  })

  it('is refused when nobody would hear it', async (t) => {
    for (const vars of [
      { OT_FEATURE: 'waiting-room' },
      { OT_FEATURES: 'waiting-room' },
      { OT_HOST_KEY: `${'x'.repeat(32)}!$#` },
    ]) {
      const ask = await withVariables(t, vars)
      const { status, code } = await ask('/rooms/a/join')
      assert.deepEqual([status, code], [500, 'server-misconfigured'], JSON.stringify(vars))
    }
  })
})
