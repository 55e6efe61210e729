import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkedApiUrl } from './api-url.ts'

test('any https address is accepted, with or without a path or a trailing slash', () => {
  assert.equal(checkedApiUrl('https://api.opentok.com'), 'https://api.opentok.com')
  assert.equal(checkedApiUrl('https://proxy.example/video/'), 'https://proxy.example/video')
})

test('plain http is accepted for this machine and for container networks', () => {
  for (const url of [
    'http://127.0.0.1:4848',
    'http://localhost:1',
    'http://[::1]:1',
    'http://emulator:4848',
  ]) {
    assert.equal(checkedApiUrl(url), url)
  }
})

test('an address that would leak or cannot be called is refused', () => {
  const wrong = [
    'http://api.opentok.com',
    'http://127.0.0.1.evil.example',
    'http://169.254.169.254',
    'http://[::ffff:127.0.0.1]',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'https://user:password@api.opentok.com',
    'https://api.opentok.com/?key=1',
    'https://api.opentok.com/#top',
    'api.opentok.com',
    '',
    null,
    7,
  ]
  for (const url of wrong) {
    assert.throws(
      () => checkedApiUrl(url),
      { code: 'invalid-option', message: /apiUrl/ },
      String(url),
    )
  }
})
