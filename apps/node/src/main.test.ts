import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { test } from 'node:test'

const main = new URL('main.ts', import.meta.url).pathname
const project = { OPENTOK_API_KEY: '100', OPENTOK_API_SECRET: 'c0ffee', OT_PUBLIC_ROOMS: '1' }

test('the program says where it listens and ends on SIGTERM', async () => {
  const program = spawn(process.execPath, [main], { env: { ...project, PORT: '0' } })
  const [line] = await once(program.stdout, 'data')
  assert.match(String(line), /^ot-room backend on http:\/\/127\.0\.0\.1:\d+, rooms are public\n$/)
  program.kill('SIGTERM')
  assert.deepEqual(await once(program, 'exit'), [0, null])
})

test('the program says that rooms are for people who are signed in, where they are', async () => {
  const { OT_PUBLIC_ROOMS: _, ...keys } = project
  const signIn = {
    OT_SIGN_IN_KEYS: 'https://login.example/jwks',
    OT_SIGN_IN_ISSUER: 'https://login.example',
    OT_SIGN_IN_AUDIENCE: 'rooms',
  }
  const program = spawn(process.execPath, [main], { env: { ...keys, ...signIn, PORT: '0' } })
  const [line] = await once(program.stdout, 'data')
  assert.match(
    String(line),
    /, rooms are for people who are signed in at https:\/\/login\.example\n$/,
  )
  program.kill('SIGTERM')
  assert.deepEqual(await once(program, 'exit'), [0, null])
})

test('a key that cannot sign stops the start', async () => {
  const { privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const env = {
    VONAGE_APPLICATION_ID: '29f760f8-7ce1-46c9-ade3-f2dedee4ed5f',
    VONAGE_PRIVATE_KEY: privateKey,
    OT_PUBLIC_ROOMS: '1',
    PORT: '0',
  }
  const program = spawn(process.execPath, [main], { env })
  const [line] = await once(program.stderr, 'data')
  assert.match(
    String(line),
    /^ot-room backend: The key of this server cannot sign[^\n]*2048 bits[^\n]*\n$/,
  )
  assert.deepEqual(await once(program, 'exit'), [1, null])
})

test('the program ends with one line on stderr when something is missing', async () => {
  const program = spawn(process.execPath, [main], { env: {} })
  const [line] = await once(program.stderr, 'data')
  assert.match(String(line), /^ot-room backend: OT_PUBLIC_ROOMS must be 1[^\n]*\n$/)
  assert.deepEqual(await once(program, 'exit'), [1, null])
})
