import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { application, project } from './testing/example-account.ts'
import { stubPlatform } from './testing/stub-platform.ts'
import { createVideoApi } from './video-api.ts'
import type { VideoApi } from './video-api.ts'

const keyBody = application.privateKey.split('\n')[3] ?? assert.fail('the key has no body')

/** The secrets in the clear and in the encodings they could slip out in. */
const canaries = [project.apiSecret, keyBody].flatMap((secret) => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replaceAll('=', ''),
  Buffer.from(secret).toString('hex'),
])

function assertSilent(value: unknown): void {
  const everything = [
    inspect(value, { depth: Infinity, showHidden: true, maxStringLength: Infinity }),
    JSON.stringify(value) ?? '',
    value instanceof Error ? `${value.stack}` : String(value),
  ].join('\n')
  for (const canary of canaries) assert.ok(!everything.includes(canary))
  assert.doesNotMatch(everything, /eyJ[\w-]+\.[\w-]+/)
}

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
