import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { application, project } from '../testing/example-account.ts'
import { createVideoApi } from '../video-api.ts'

/** What a caller without types, a config file for one, may pass. */
function untyped(options: unknown): () => unknown {
  return () => Reflect.apply(createVideoApi, undefined, [options])
}

const refused = (reason: RegExp) => ({ code: 'invalid-credentials', message: reason })

test('both kinds of credentials are told apart by their names', () => {
  assert.equal(createVideoApi(project).applicationId, project.apiKey)
  assert.equal(createVideoApi(application).applicationId, application.applicationId)
})

test('no credentials, half a pair and two pairs are refused', () => {
  assert.throws(untyped({}), refused(/exactly one pair/))
  assert.throws(untyped({ apiKey: '100' }), refused(/apiSecret/))
  assert.throws(untyped({ apiSecret: 'x' }), refused(/apiKey/))
  assert.throws(untyped({ applicationId: application.applicationId }), refused(/privateKey/))
  assert.throws(untyped({ ...project, ...application }), refused(/exactly one pair/))
})

test('credentials of the wrong shape are refused with what belongs there', () => {
  assert.throws(untyped({ ...project, apiKey: 100 }), refused(/a string of digits/))
  assert.throws(untyped({ ...project, apiKey: 'my-key' }), refused(/a string of digits/))
  assert.throws(untyped({ ...project, apiSecret: ' ' }), refused(/apiSecret/))
  assert.throws(
    untyped({ ...project, apiKey: application.applicationId }),
    refused(/as applicationId/),
  )
  assert.throws(untyped({ ...application, applicationId: '100' }), refused(/UUID/))
  assert.throws(untyped({ ...application, privateKey: '/etc/private.key' }), refused(/PKCS#8/))
  const pkcs1 = '-----BEGIN RSA PRIVATE KEY-----\nMIIE'
  assert.throws(untyped({ ...application, privateKey: pkcs1 }), refused(/openssl pkcs8/))
})

test('a private key that cannot sign is refused at its first use', async () => {
  const pem = { type: 'pkcs8', format: 'pem' } as const
  const publicKeyEncoding = { type: 'spki', format: 'pem' } as const
  const short = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding,
    privateKeyEncoding: pem,
  })
  const curve = generateKeyPairSync('ed25519', { publicKeyEncoding, privateKeyEncoding: pem })
  const broken = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----'
  for (const privateKey of [short.privateKey, curve.privateKey, broken]) {
    const video = createVideoApi({ ...application, privateKey })
    await assert.rejects(video.generateToken('1_x'), refused(/2048 bits/))
    await assert.rejects(video.createSession(), refused(/2048 bits/))
  }
})

test('an option nobody knows, and a timeout that is none, are refused at once', () => {
  const invalid = (message: RegExp) => ({ code: 'invalid-option', message })
  assert.throws(untyped({ ...project, timeout: 5 }), invalid(/no option "timeout"/))
  for (const timeoutMs of [0, -1, 1.5, NaN, Infinity, '5000']) {
    assert.throws(untyped({ ...project, timeoutMs }), invalid(/timeoutMs/))
  }
  assert.throws(untyped({ ...project, fetch: 'node' }), invalid(/must be functions/))
})
