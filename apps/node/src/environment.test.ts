import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
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
  const pem = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey
  await writeFile(file, pem)
  const { video } = configuration({ ...application, VONAGE_PRIVATE_KEY: file })
  assert.equal('privateKey' in video && video.privateKey, pem.trim())
})

test('what is wrong is said in one line that names the variable', () => {
  const wrong: readonly [env: Record<string, string>, reason: RegExp][] = [
    [{ ...application, VONAGE_PRIVATE_KEY: 'no-such.key' }, /neither a PEM key nor a file/],
    [{ ...project, PORT: 'http' }, /PORT must be a number/],
    [{ ...project, PORT: '65536' }, /PORT must be a number/],
    [{ ...project, OT_PROXIES: '0' }, /^OT_PROXIES: proxies is how many/],
    [{ ...project, OT_PROXIES: 'proxy.example' }, /^OT_PROXIES: A proxy is an address/],
    [{ ...project, OT_LOG: 'everything' }, /^OT_LOG must be failures or all/],
    [{ ...project, OT_PROXY: '1' }, /does not hear OT_PROXY\. Is OT_PROXIES meant\?/],
  ]
  for (const [env, reason] of wrong) assert.throws(() => configuration(env), { message: reason })
})

const through = (header: string) =>
  new Request('http://x/', { headers: { 'x-forwarded-for': header } })
const over = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

test('proxies are counted or named, and then believed', () => {
  const counted = configuration({ ...project, OT_PROXIES: '1' }).address
  assert.equal(counted(through('6.6.6.6, 203.0.113.7:54321'), over('172.17.0.1')), '203.0.113.7')
  const named = configuration({ ...project, OT_PROXIES: 'loopback, 172.16.0.0/12' }).address
  assert.equal(named(through('6.6.6.6, 203.0.113.7'), over('::ffff:172.17.0.1')), '203.0.113.7')
  assert.equal(named(through('6.6.6.6'), over('8.8.8.8')), '8.8.8.8')
})

test('a proxy missing from the configuration is logged once, and its visitors have no address', () => {
  const told: string[] = []
  const { address } = configuration(project, (sentence) => told.push(sentence))
  assert.equal(address(new Request('http://x/'), over('127.0.0.1')), '127.0.0.1')
  assert.deepEqual(told, [])
  for (let n = 0; n < 3; n += 1) {
    assert.equal(address(through('203.0.113.7'), over('127.0.0.1')), undefined)
  }
  assert.equal(told.length, 1)
  assert.match(told[0] ?? '', /OT_PROXIES/)
})
