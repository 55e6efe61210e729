import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { turnCredentials } from './credentials.ts'

const now = Date.UTC(2026, 0, 1)

describe('TURN credentials', () => {
  it('name a time one day ahead and the client, and are signed', () => {
    const { username, credential } = turnCredentials('north', { id: 'a1b2', now })
    assert.equal(username, `${now / 1000 + 86_400}:a1b2`)
    // printf 1767312000:a1b2 | openssl dgst -sha1 -hmac north -binary | base64
    assert.equal(credential, '3L9OiEV++m8Rs4oBMCjJn+yOLHw=')
  })

  it('hold no part of a second', () => {
    const { username } = turnCredentials('north', { id: 'a', now: now + 999 })
    assert.equal(username, `${now / 1000 + 86_400}:a`)
  })

  it('do not repeat an id that could not be one', () => {
    for (const id of ['', 'a:b', 'a\nb', 'x'.repeat(65)]) {
      assert.match(turnCredentials('north', { id, now }).username, /^\d+:client$/)
    }
  })
})
