import assert from 'node:assert/strict'
import { test } from 'node:test'
import { project } from '../testing/example-account.ts'
import { createVideoApi } from '../video-api.ts'
import { createTokenVerifier } from '../tokens/token-verifier.ts'

const older = 'a'.repeat(40)
const newer = 'b'.repeat(40)

/** A platform that takes what one secret has signed, until it is told of another. */
function platformWith(first: string) {
  let valid = first
  let refusals = 0
  const fetch = async (_url: unknown, init?: RequestInit) => {
    const token = new Headers(init?.headers).get('x-opentok-auth') ?? ''
    const { reason } = (await createTokenVerifier({
      apiKey: project.apiKey,
      apiSecret: valid,
    }).verify(token)) as { reason?: string }
    if (reason !== 'forged') return Response.json([{ session_id: '1_x' }])
    refusals += 1
    return Response.json({ code: -1, message: 'Invalid signature' }, { status: 403 })
  }
  return { fetch, change: (secret: string) => (valid = secret), refusals: () => refusals }
}

async function signer(token: string): Promise<string | undefined> {
  for (const apiSecret of [older, newer]) {
    const verdict = await createTokenVerifier({ apiKey: project.apiKey, apiSecret }).verify(token)
    if (verdict.ok) return apiSecret
  }
  return undefined
}

test('while a secret is being changed, no call fails and tokens follow the platform', async () => {
  const platform = platformWith(older)
  const { fetch } = platform
  const video = createVideoApi({ ...project, apiSecret: [older, newer], fetch })
  await video.createSession()
  assert.equal(await signer(await video.generateToken('1_x')), older)

  platform.change(newer)
  await Promise.all(Array.from({ length: 20 }, () => video.createSession()))
  assert.equal(await signer(await video.generateToken('1_x')), newer)

  const before = platform.refusals()
  await video.createSession()
  assert.equal(platform.refusals(), before)
})

test('a secret that is deployed before it is valid waits for its time', async () => {
  const { fetch } = platformWith(older)
  const video = createVideoApi({ ...project, apiSecret: [newer, older], fetch })
  await video.createSession()
  assert.equal(await signer(await video.generateToken('1_x')), older)
})

test('when every secret is refused, the first refusal is told', async () => {
  const platform = platformWith('c'.repeat(40))
  const { fetch } = platform
  const video = createVideoApi({ ...project, apiSecret: [older, newer], fetch })
  await assert.rejects(video.createSession(), {
    code: 'unauthorized',
    message: /Invalid signature/,
  })
  assert.equal(platform.refusals(), 2)
  assert.equal(await signer(await video.generateToken('1_x')), older)
})

test('another failure does not make it try another secret', async () => {
  let asked = 0
  const fetch = async () => {
    asked += 1
    return new Response(null, { status: 503 })
  }
  const video = createVideoApi({ ...project, apiSecret: [older, newer], fetch })
  await assert.rejects(video.createSession(), { code: 'upstream-error' })
  assert.equal(asked, 1)
})
