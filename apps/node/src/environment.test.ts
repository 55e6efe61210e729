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

test('the server listens on loopback unless it is told otherwise', () => {
  const { host, port } = configuration(project)
  assert.deepEqual({ host, port }, { host: '127.0.0.1', port: 8787 })
  const told = configuration({ ...project, HOST: '0.0.0.0', PORT: '0' })
  assert.deepEqual({ host: told.host, port: told.port }, { host: '0.0.0.0', port: 0 })
})

test('a private key can be the path of a file', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'ot-room-'))
  t.after(() => rm(folder, { recursive: true }))
  const file = join(folder, 'private.key')
  const pem = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n'
  await writeFile(file, pem)
  const { video } = configuration({ ...application, VONAGE_PRIVATE_KEY: file })
  assert.equal('privateKey' in video && video.privateKey, pem.trim())
})

test('what is wrong is said in one line that names the variable', () => {
  const wrong: readonly [env: Record<string, string>, reason: RegExp][] = [
    [{ ...application, VONAGE_PRIVATE_KEY: 'no-such.key' }, /neither a PEM key nor a file/],
    [{ ...project, PORT: 'http' }, /PORT must be a number/],
    [{ ...project, PORT: '65536' }, /PORT must be a number/],
  ]
  for (const [env, reason] of wrong) assert.throws(() => configuration(env), { message: reason })
})
