import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  application,
  applicationPublicKey,
  project,
  sessionId,
} from '../testing/example-account.ts'
import { createVideoApi } from '../video-api.ts'

interface JsonWebToken {
  verify(token: string, key: string, options: { algorithms: string[] }): Record<string, unknown>
}

/** The verifiers that npm `opentok` brings along. */
const require = createRequire(createRequire(import.meta.url).resolve('opentok'))
const { verify } = require('jsonwebtoken') as JsonWebToken
const { verifySignature } = require('@vonage/jwt') as {
  verifySignature(token: string, key: string): boolean
}
const helpers = require('opentok-token/helpers.js') as {
  decodeToken(token: string): Record<string, unknown>
  verifyTokenSignature(token: string, secret: string): boolean
}

const kinds = [
  { name: 'HS256', credentials: project, key: project.apiSecret },
  { name: 'RS256', credentials: application, key: applicationPublicKey },
]

for (const { name, credentials, key } of kinds) {
  test(`jsonwebtoken takes ${name} tokens and reads what was said, whatever it was`, async () => {
    const video = createVideoApi(credentials)
    const text = fc.string({ unit: 'grapheme', maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 2_592_000 }), async (data, expiresIn) => {
        const token = await video.generateToken(sessionId, { data, expiresIn, role: 'moderator' })
        const claims = verify(token, key, { algorithms: [name] })
        assert.equal(claims['connection_data'], data)
        assert.equal(Number(claims['exp']) - Number(claims['iat']), expiresIn)
        assert.equal(claims['role'], 'moderator')
        assert.equal(claims['session_id'], sessionId)
      }),
      { numRuns: 100 },
    )
  })

  test(`the check of @vonage/jwt takes ${name} tokens, and none that was changed`, async () => {
    const token = await createVideoApi(credentials).generateToken(sessionId)
    assert.equal(verifySignature(token, key), true)
    const changed = token.replace(/\.e/, '.f')
    assert.equal(verifySignature(changed, key), false)
  })
}

test('the helpers of opentok-token take our T1 tokens, and none that was changed', async () => {
  const video = createVideoApi(project)
  const token = await video.generateToken(sessionId, { format: 't1', data: 'Zoë & co' })
  assert.ok(helpers.verifyTokenSignature(token, project.apiSecret))
  assert.equal(helpers.decodeToken(token)['connection_data'], 'Zoë & co')
  assert.ok(!helpers.verifyTokenSignature(token, 'another secret'))
})
