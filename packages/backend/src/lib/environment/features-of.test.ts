import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createVideoApi } from '@ot-room/video-api'
import { createBackend } from '../backend.ts'
import { fakePlatform } from '../testing/fake-platform.ts'
import { featuresOf } from './features-of.ts'

const video = createVideoApi({ apiKey: '100', apiSecret: 'c0ffee' })
const OT_SECRET = 'thirty-two characters of a test, and more'

async function paths(env: Record<string, string>): Promise<readonly string[]> {
  const app = createBackend({
    video,
    public: true,
    session: { mediaMode: 'routed' },
    ...featuresOf(env, video),
  })
  const response = await app.request('/openapi.json')
  if (response.status === 404) return []
  return Object.keys((await response.json()).paths)
}

test('what the environment does not name is not there', async () => {
  assert.deepEqual(featuresOf({}, video), { features: [] })
  assert.deepEqual(await paths({}), [])
})

test('what it names is there, whatever the order', async () => {
  const OT_FEATURES = 'reference, backlog,recording moderation waiting-room meetings'
  const all = await paths({ OT_FEATURES, OT_SECRET, OT_MEDIA_MODE: 'routed' })
  for (const path of ['messages', 'recordings', 'ban', 'admit', 'end']) {
    assert.ok(all.includes(`/rooms/{room}/${path}`), path)
  }
  assert.ok(!all.includes('/rooms/{room}/broadcasts'))
})

test('public rooms have rate limits unless they are turned off', async () => {
  const from = { OT_PUBLIC_ROOMS: '1' }
  const statuses = async (env: Record<string, string>) => {
    const app = createBackend({
      video: fakePlatform().video,
      public: true,
      address: () => '1.1.1.1',
      ...featuresOf(env, video),
    })
    const joins = Array.from({ length: 61 }, async () =>
      app.request('/rooms/a/join', {
        method: 'POST',
        body: '{}',
        headers: { 'Content-Type': 'application/json' },
      }),
    )
    return (await Promise.all(joins)).filter(({ status }) => status === 429).length
  }
  assert.equal(await statuses(from), 1)
  assert.equal(await statuses({ ...from, OT_RATE_LIMITS: 'off' }), 0)
  assert.equal(await statuses({}), 0)
})

test('what is wrong is said in one line that names the variable', () => {
  const wrong: readonly [env: Record<string, string>, reason: RegExp][] = [
    [{ OT_FEATURES: 'chat' }, /^OT_FEATURES has no "chat"\. It knows rate-limits, moderation, /],
    [{ OT_FEATURES: 'toString' }, /^OT_FEATURES has no "toString"/],
    [{ OT_FEATURES: 'backlog' }, /^OT_FEATURES=backlog needs OT_SECRET/],
    [{ OT_FEATURES: 'meetings', OT_SECRET: 'short' }, /^OT_SECRET has at least 32 characters/],
    [{ OT_FEATURES: 'waiting-room' }, /^OT_FEATURES=waiting-room needs OT_SECRET/],
    [{ OT_FEATURES: 'recording' }, /^OT_FEATURES=recording needs OT_MEDIA_MODE=routed\.$/],
    [{ OT_FEATURES: 'captions', OT_MEDIA_MODE: 'relayed' }, /needs OT_MEDIA_MODE=routed/],
    [
      { OT_FEATURES: 'waiting-room', OT_SECRET, OT_PUBLIC_ROOMS: '1' },
      /^OT_FEATURES=waiting-room needs a host, and nobody is one: set OT_HOST_KEY\.$/,
    ],
    [{ OT_FEATURES: 'meetings', OT_SIGN_IN_KEYS: 'https://x.example' }, /: set OT_HOSTS\.$/],
    [{ OT_RATE_LIMITS: '0' }, /^OT_RATE_LIMITS can be off, and not "0"/],
    [{ OT_RATE_LIMITS: 'off', OT_FEATURES: 'rate-limits' }, /^OT_RATE_LIMITS=off contradicts/],
  ]
  for (const [env, message] of wrong) {
    assert.throws(() => featuresOf(env, video), { message })
    assert.throws(() => featuresOf(env, video), { message: /^[^\n]+$/ })
  }
})
