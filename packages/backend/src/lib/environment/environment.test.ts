import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { createVideoApi } from '@ot-room/video-api'
import { readEnvironment } from './environment.ts'
import { featureVariables } from './features-of.ts'
import { signedInOrPublic } from './signed-in-or-public.ts'

const project = { OPENTOK_API_KEY: '100', OPENTOK_API_SECRET: 'c0ffee', OT_PUBLIC_ROOMS: '1' }
const application = {
  VONAGE_APPLICATION_ID: '29f760f8-7ce1-46c9-ade3-f2dedee4ed5f',
  OT_PUBLIC_ROOMS: '1',
}
const pem = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).privateKey

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
  assert.throws(() => readEnvironment(env), /does not hear OT_SIGN_IN_KEYS/)
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

test('a private key is a PEM, however it was made to fit into a variable', async () => {
  for (const text of [
    pem,
    pem.replaceAll('\n', '\r\n'),
    pem.replaceAll('\n', '\\n'),
    pem.replaceAll('\n', '\\r\\n'),
    pem.replaceAll('\n', '\\\\n'),
    pem.replaceAll('\n', '\\\\r\\\\n'),
    `"${pem.replaceAll('\n', '\\n')}"`,
    pem.replaceAll('\n', ' '),
  ]) {
    const { video } = readEnvironment({ ...application, VONAGE_PRIVATE_KEY: text })
    assert.match(await createVideoApi(video).generateToken('1_x'), /^eyJ/, JSON.stringify(text))
  }
})

test('a private key that is cut short, damaged or of another kind does not start', () => {
  const pkcs1 = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey
  const [first = '', ...rest] = pem.trim().split('\n')
  const wrong: readonly [text: string, reason: RegExp][] = [
    [pem.slice(0, 900), /^VONAGE_PRIVATE_KEY is cut short: a PEM key ends with its END line\.$/],
    [[first, ...rest.slice(3)].join('\n'), /^VONAGE_PRIVATE_KEY is damaged or cut short/],
    [pem.replace(/[A-Za-z]{5}\n/, '!!!!!\n'), /^VONAGE_PRIVATE_KEY is damaged or cut short/],
    [pkcs1, /of the kind RSA PRIVATE KEY\. Convert it to PKCS#8: openssl/],
  ]
  for (const [text, message] of wrong) {
    const env = { ...application, VONAGE_PRIVATE_KEY: text }
    assert.throws(() => readEnvironment(env), { message })
    assert.throws(() => readEnvironment(env), { message: /^[^\n]+$/ })
  }
})

test('an unknown variable stops the start, and the error suggests the right spelling', () => {
  const wrong: readonly [env: Record<string, string>, reason: RegExp][] = [
    [{ OT_FEATURE: 'waiting-room' }, /does not hear OT_FEATURE\. Is OT_FEATURES meant\?/],
    [{ OT_ORIGIN: 'https://a.example' }, /does not hear OT_ORIGIN\. Is OT_ORIGINS meant\?/],
    [{ VONAGE_APP_ID: 'x' }, /does not hear VONAGE_APP_ID\. It hears OPENTOK_API_KEY, /],
    [{ OPENTOK_SECRET: 'x' }, /does not hear OPENTOK_SECRET/],
  ]
  for (const [env, message] of wrong) {
    const all = { ...project, ...env }
    assert.throws(() => readEnvironment(all, { heard: featureVariables }), { message })
  }
  const { backend } = readEnvironment({ ...project, OT_FEATURE: '', OTEL_X: 'x', STORE: {} })
  assert.equal(backend.public, true)
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
    [{ ...project, OT_HOST_KEY: `${'x'.repeat(31)}!` }, /^OT_HOST_KEY is sent as a bearer token/],
    [{ ...project, OT_HOST_KEY: `${'x'.repeat(31)}$#` }, /^OT_HOST_KEY is sent as a bearer token/],
    [{ ...project, OT_ORIGINS: 'https://a.example/' }, /^OT_ORIGINS: origins lists exact origins/],
    [{ ...project, OT_API_URL: 'api.example' }, /^OT_API_URL must be an address/],
    [{ ...project, OT_PROXY_URL: 'ftp://x' }, /^OT_PROXY_URL must be an address/],
  ]
  for (const [env, reason] of wrong) {
    assert.throws(() => readEnvironment(env), { message: reason })
    assert.throws(() => readEnvironment(env), { message: /^[^\n]+$/ })
  }
})
