import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createEmulator } from 'opentok-emulator'
import { createVideoApi } from './video-api.ts'

const emulator = await createEmulator()
after(() => emulator.close())

const { url: apiUrl, apiKey, apiSecret, applicationId, privateKey } = emulator
const project = createVideoApi({ apiKey, apiSecret, apiUrl })
const application = createVideoApi({ applicationId, privateKey, apiUrl })

/** What a client asks first: whether this token opens this session. */
async function sessionInfo(sessionId: string, token: string): Promise<string> {
  const headers = { 'X-OPENTOK-AUTH': token }
  const response = await fetch(`${apiUrl}/session/${sessionId}`, { headers })
  return JSON.stringify(await response.json())
}

for (const [title, video] of [
  ['an OpenTok project', project],
  ['a Vonage application', application],
] as const) {
  test(`${title} creates relayed and routed sessions that its tokens open`, async () => {
    const relayed = await video.createSession({ location: '203.0.113.7' })
    const token = await video.generateToken(relayed.sessionId, {
      data: 'Ada & Bo',
      role: 'moderator',
    })
    assert.match(await sessionInfo(relayed.sessionId, token), /"preference":{"value":"enabled"}/)

    const routed = await video.createSession({ mediaMode: 'routed', archiveMode: 'always' })
    const other = await video.generateToken(routed.sessionId)
    assert.match(await sessionInfo(routed.sessionId, other), /"preference":{"value":"disabled"}/)
    assert.match(await sessionInfo(routed.sessionId, token), /"code":403/)
  })
}

test('a T1 token opens a session as well', async () => {
  const { sessionId } = await project.createSession()
  const token = await project.generateToken(sessionId, { format: 't1', data: 'é & =' })
  assert.match(await sessionInfo(sessionId, token), new RegExp(sessionId))
})

test('wrong credentials are refused with the reason of the platform', async () => {
  const stranger = createVideoApi({ apiKey, apiSecret: 'not the secret', apiUrl })
  await assert.rejects(stranger.createSession(), { code: 'unauthorized', message: /\(403: .+\)/ })
})

test('a clock that is ahead is named', async () => {
  const now = () => Date.now() + 600_000
  const hasty = createVideoApi({ apiKey, apiSecret, apiUrl, now })
  await assert.rejects(hasty.createSession(), { code: 'unauthorized', message: /ahead of/ })
})
