import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createVideoApi } from '@ot-room/video-api'
import { createBackend } from '../backend.ts'
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
  const all = await paths({ OT_FEATURES, OT_SECRET })
  for (const path of ['messages', 'recordings', 'ban', 'admit', 'end']) {
    assert.ok(all.includes(`/rooms/{room}/${path}`), path)
  }
  assert.ok(!all.includes('/rooms/{room}/broadcasts'))
})

test('what is wrong is said in one line that names the variable', () => {
  const wrong: readonly [env: Record<string, string>, reason: RegExp][] = [
    [{ OT_FEATURES: 'chat' }, /^OT_FEATURES has no "chat"\. It knows rate-limits, moderation, /],
    [{ OT_FEATURES: 'toString' }, /^OT_FEATURES has no "toString"/],
    [{ OT_FEATURES: 'backlog' }, /^OT_FEATURES=backlog needs OT_SECRET/],
    [{ OT_FEATURES: 'meetings', OT_SECRET: 'short' }, /^OT_SECRET has at least 32 characters/],
  ]
  for (const [env, message] of wrong) {
    assert.throws(() => featuresOf(env, video), { message })
    assert.throws(() => featuresOf(env, video), { message: /^[^\n]+$/ })
  }
})
