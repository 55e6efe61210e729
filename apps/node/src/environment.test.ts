import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { configuration } from './environment.ts'

const project = { OPENTOK_API_KEY: '100', OPENTOK_API_SECRET: 'c0ffee', OT_PUBLIC_ROOMS: '1' }
const application = {
  VONAGE_APPLICATION_ID: '29f760f8-7ce1-46c9-ade3-f2dedee4ed5f',
  OT_PUBLIC_ROOMS: '1',
}
const pem = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n'

test('with credentials and the word that rooms are public, everything else has a default', () => {
  assert.deepEqual(configuration(project), {
    video: { apiKey: '100', apiSecret: 'c0ffee' },
    backend: { public: true, session: { mediaMode: 'relayed' }, origins: [] },
    host: '127.0.0.1',
    port: 8787,
  })
})

test('every variable is heard', () => {
  const { video, backend, host, port } = configuration({
    ...project,
    OT_API_URL: 'http://127.0.0.1:4848',
    OT_PROXY_URL: 'http://localhost:4848',
    OT_ORIGINS: 'https://a.example, https://b.example',
    OT_MEDIA_MODE: 'routed',
    HOST: '0.0.0.0',
    PORT: '0',
  })
  assert.equal(video.apiUrl, 'http://127.0.0.1:4848')
  assert.equal(backend.proxyUrl, 'http://localhost:4848')
  assert.deepEqual(backend.origins, ['https://a.example', 'https://b.example'])
  assert.deepEqual(backend.session, { mediaMode: 'routed' })
  assert.deepEqual({ host, port }, { host: '0.0.0.0', port: 0 })
})

test('a private key is a PEM, a PEM on one line, or a file', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'ot-room-'))
  t.after(() => rm(folder, { recursive: true }))
  const file = join(folder, 'private.key')
  await writeFile(file, pem)
  for (const VONAGE_PRIVATE_KEY of [pem, pem.replaceAll('\n', '\\n'), file]) {
    const { video } = configuration({ ...application, VONAGE_PRIVATE_KEY })
    assert.equal('privateKey' in video && video.privateKey, pem)
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
    [{ ...application, VONAGE_PRIVATE_KEY: 'no-such.key' }, /neither a PEM key nor a file/],
    [{ ...project, OT_MEDIA_MODE: 'p2p' }, /OT_MEDIA_MODE must be relayed or routed/],
    [{ ...project, PORT: 'http' }, /PORT must be a number/],
    [{ ...project, PORT: '65536' }, /PORT must be a number/],
  ]
  for (const [env, reason] of wrong) {
    assert.throws(() => configuration(env), { message: reason })
    assert.throws(() => configuration(env), { message: /^[^\n]+$/ })
  }
})
