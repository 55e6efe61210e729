import assert from 'node:assert/strict'
import { after, describe, it, test } from 'node:test'
import { createEmulator } from 'opentok-emulator'
import { createVideoApi } from '../video-api.ts'
import { videoContract } from './contract.ts'
import { createFakePlatform } from './fake-platform.ts'

const emulator = await createEmulator({ mediaRouter: 'off' })
after(() => emulator.close())

const { url: apiUrl, apiKey, apiSecret, applicationId, privateKey } = emulator
const platforms = {
  'the fake': createVideoApi(createFakePlatform().options),
  'the emulator, for a project': createVideoApi({ apiKey, apiSecret, apiUrl }),
  'the emulator, for an application': createVideoApi({ applicationId, privateKey, apiUrl }),
}

for (const [name, video] of Object.entries(platforms)) {
  describe(name, () => {
    for (const { title, run } of videoContract(video)) it(title, run)
  })
}

test('the fake says what it was asked, and fails when it is told to', async () => {
  const platform = createFakePlatform()
  const video = createVideoApi({ ...platform.options, retries: 0 })
  const { sessionId } = await video.createSession({ mediaMode: 'routed' })
  platform.failNext(() => Response.json({ message: 'Busy' }, { status: 503 }))
  await assert.rejects(video.streams.list(sessionId), { code: 'upstream-error', message: /Busy/ })
  assert.deepEqual((await video.streams.list(sessionId)).items, [])
  assert.deepEqual(
    platform.requests.map(({ method, path }) => `${method} ${path}`),
    [
      'POST /session/create',
      `GET /v2/project/10000000/session/${sessionId}/stream`,
      `GET /v2/project/10000000/session/${sessionId}/stream`,
    ],
  )
  assert.equal(platform.requests[0]?.body['p2p.preference'], 'disabled')
})
