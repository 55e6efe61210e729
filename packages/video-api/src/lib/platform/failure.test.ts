import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failure } from './failure.ts'
import { redactor } from './redact.ts'

const now = Date.parse('2026-11-22T12:00:00Z')

function refused(status: number, text: string, headers: Record<string, string> = {}) {
  return failure({ status, text, headers: new Headers(headers), redact: redactor([]) }, now)
}

test('a clock that is wrong is named with its distance when credentials are refused', () => {
  const text = '{"code":-1,"message":"issued time cannot be greater than current time"}'
  const ahead = refused(403, text, { Date: 'Sun, 22 Nov 2026 11:50:00 GMT' })
  assert.match(ahead.message, /clock is 600 seconds ahead of the platform's/)
  const behind = refused(403, text, { Date: 'Sun, 22 Nov 2026 12:03:00 GMT' })
  assert.match(behind.message, /clock is 180 seconds behind the platform's/)
})

test('a clock that is right is not blamed', () => {
  assert.doesNotMatch(refused(403, '{}').message, /clock/)
  assert.doesNotMatch(refused(403, '{}', { Date: 'soon' }).message, /clock/)
  const agreeing = { Date: 'Sun, 22 Nov 2026 12:00:02 GMT' }
  assert.doesNotMatch(refused(403, '{}', agreeing).message, /clock/)
})

test('Retry-After is understood as seconds and as a date, and ignored as garbage', () => {
  const after = (value: string) => refused(429, '', { 'Retry-After': value }).retryAfter
  assert.equal(after('7'), 7)
  assert.equal(after('Sun, 22 Nov 2026 12:01:30 GMT'), 90)
  assert.equal(after('Sun, 22 Nov 2026 11:00:00 GMT'), 0)
  for (const garbage of ['', 'soon', '-1', '1.5', '1e9', '99999999999']) {
    assert.equal(after(garbage), undefined, garbage)
  }
  assert.equal(refused(503, '', { 'Retry-After': '3' }).retryAfter, 3)
})

test('what the platform echoes is clipped and stripped of tokens and control characters', () => {
  const echo = JSON.stringify({
    message: `bad eyJhbGci.eyJpc3Mi.c2ln and T1==cGFydG5lcl9pZA==\u0007\n!`,
  })
  assert.match(refused(403, echo).message, /\(403: bad \[token\] and \[token\] !\)/)
  const long = JSON.stringify({ message: 'x'.repeat(5000) })
  assert.ok(refused(400, long).message.length < 300)
})

test('an error body of any shape is survived', () => {
  for (const text of ['', 'null', '[]', '{"message":7}', '<html>', '{"message":']) {
    assert.match(refused(500, text).message, /\(500\)\.$/)
  }
})
