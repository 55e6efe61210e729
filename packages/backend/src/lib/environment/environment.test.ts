import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readEnvironment } from './environment.ts'
import { signedInOrPublic } from './signed-in-or-public.ts'

const project = { OPENTOK_API_KEY: '100', OPENTOK_API_SECRET: 'c0ffee', OT_PUBLIC_ROOMS: '1' }
const application = {
  VONAGE_APPLICATION_ID: '29f760f8-7ce1-46c9-ade3-f2dedee4ed5f',
  OT_PUBLIC_ROOMS: '1',
}
const pem = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n'

const signIn = {
  OT_SIGN_IN_KEYS: 'https://login.example/jwks',
  OT_SIGN_IN_ISSUER: 'https://login.example',
  OT_SIGN_IN_AUDIENCE: 'rooms',
}

test('with credentials and the word that rooms are public, everything else has a default', () => {
  assert.deepEqual(readEnvironment(project), {
    video: { apiKey: '100', apiSecret: 'c0ffee' },
    backend: { public: true, session: { mediaMode: 'relayed' }, origins: [] },
  })
})

test('who is signed in may be let in instead of everybody', () => {
  const { OT_PUBLIC_ROOMS: _, ...keys } = project
  const env = { ...keys, ...signIn }
  const { backend } = readEnvironment(env, { admission: signedInOrPublic })
  assert.throws(() => readEnvironment(env), /OT_PUBLIC_ROOMS must be 1/)
  assert.equal(typeof backend.authorize, 'function')
  assert.equal(backend.public, undefined)
})

test('every variable is heard', () => {
  const { video, backend } = readEnvironment({
    ...project,
    OT_API_URL: 'http://127.0.0.1:4848',
    OT_PROXY_URL: 'http://localhost:4848',
    OT_ORIGINS: 'https://a.example, https://b.example',
    OT_MEDIA_MODE: 'routed',
  })
  assert.equal(video.apiUrl, 'http://127.0.0.1:4848')
  assert.equal(backend.proxyUrl, 'http://localhost:4848')
  assert.deepEqual(backend.origins, ['https://a.example', 'https://b.example'])
  assert.deepEqual(backend.session, { mediaMode: 'routed' })
})

test('a private key is a PEM, also on one line', () => {
  for (const VONAGE_PRIVATE_KEY of [pem, pem.replaceAll('\n', '\\n')]) {
    const { video } = readEnvironment({ ...application, VONAGE_PRIVATE_KEY })
    assert.ok('privateKey' in video && typeof video.privateKey === 'string')
    assert.equal(video.privateKey.trim(), pem.trim())
  }
})

test('what is missing or wrong is said in one line that names the variable', () => {
  const wrong: readonly [env: Record<string, string>, reason: RegExp][] = [
    [{}, /OT_PUBLIC_ROOMS must be 1/],
    [{ ...project, OT_PUBLIC_ROOMS: 'true' }, /OT_PUBLIC_ROOMS/],
    [{ OT_PUBLIC_ROOMS: '1' }, /OPENTOK_API_KEY and OPENTOK_API_SECRET, or VONAGE_/],
    [{ ...project, OPENTOK_API_SECRET: '' }, /^OPENTOK_API_SECRET is missing/],
    [{ ...project, OPENTOK_API_KEY: '' }, /^OPENTOK_API_KEY is missing/],
    [{ ...project, VONAGE_PRIVATE_KEY: pem }, /not both/],
    [application, /VONAGE_APPLICATION_ID and VONAGE_PRIVATE_KEY/],
    [{ ...application, VONAGE_PRIVATE_KEY: 'no-such.key' }, /not a PEM key/],
    [{ ...project, OT_MEDIA_MODE: 'p2p' }, /OT_MEDIA_MODE must be relayed or routed/],
  ]
  for (const [env, reason] of wrong) {
    assert.throws(() => readEnvironment(env), { message: reason })
    assert.throws(() => readEnvironment(env), { message: /^[^\n]+$/ })
  }
})
