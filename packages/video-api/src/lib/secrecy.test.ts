import assert from 'node:assert/strict'
import { test } from 'node:test'
import { application, project } from './testing/example-account.ts'
import { assertSilent } from './testing/silence.ts'
import { stubPlatform } from './testing/stub-platform.ts'
import { createVideoApi } from './video-api.ts'
import type { VideoApi } from './video-api.ts'

async function failures(video: VideoApi): Promise<unknown[]> {
  const attempts = [video.createSession(), video.generateToken('', {})]
  const settled = await Promise.allSettled(attempts)
  return settled.map((result) => (result.status === 'rejected' ? result.reason : result.value))
}

test('an API object shows nothing of the credentials it holds', () => {
  assertSilent(createVideoApi(project))
  assertSilent(createVideoApi(application))
})

test('errors show no credential, even when the platform echoes the whole request', async (t) => {
  const { url } = await stubPlatform(t, (response, { headers }) => {
    response.writeHead(403).end(JSON.stringify({ message: JSON.stringify(headers) }))
  })
  for (const credentials of [project, application]) {
    const video = createVideoApi({ ...credentials, apiUrl: url })
    for (const failure of await failures(video)) assertSilent(failure)
  }
})

test('errors of a broken connection show no credential in their causes', async (t) => {
  const { url } = await stubPlatform(t, (response) => response.socket?.destroy())
  for (const credentials of [project, application]) {
    const video = createVideoApi({ ...credentials, apiUrl: url })
    for (const failure of await failures(video)) assertSilent(failure)
  }
})

test('refused credentials are not repeated in the refusal', async () => {
  const swapped = { apiKey: project.apiSecret, apiSecret: '100' }
  assert.throws(
    () => createVideoApi(swapped),
    (error) => (assertSilent(error), true),
  )
  const truncated = { ...application, privateKey: application.privateKey.replace('END', 'MID') }
  const broken = { ...application, privateKey: application.privateKey.slice(0, 800) }
  for (const credentials of [truncated, broken]) {
    for (const failure of await failures(createVideoApi(credentials))) assertSilent(failure)
  }
})
