import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectError, publishProblem } from './map-error.ts'

const cases = [
  [{ name: 'OT_AUTHENTICATION_ERROR', code: 1004 }, 'token-invalid'],
  [{ code: 1005 }, 'session-invalid'],
  [{ name: 'OT_CONNECTION_LIMIT_EXCEEDED', code: 1027 }, 'connection-limit'],
  [{ name: 'OT_CONNECT_FAILED', code: 1006 }, 'connect-failed'],
  [{ name: 'OT_SOCKET_CLOSE_FALLBACK_CODE', code: 4020 }, 'connect-failed'],
  [new TypeError('surprise'), 'connect-failed'],
] as const

test('an error of connect becomes a code and keeps its cause', () => {
  for (const [cause, code] of cases) {
    const error = connectError(cause)
    assert.equal(error.code, code)
    assert.equal(error.cause, cause)
  }
})

test('the message of an error never repeats the token that OpenTok.js quotes', () => {
  const error = connectError({ code: 1004, message: 'Invalid token format Token: T1==secret' })
  assert.doesNotMatch(JSON.stringify(error) + error.message, /secret/)
})

test('a camera that the system blocks is told apart by what the browser said', () => {
  const name = 'OT_USER_MEDIA_ACCESS_DENIED'
  const originalMessage = 'Permission denied by system'
  assert.equal(publishProblem({ name, originalMessage }), 'blocked-by-system')
  assert.equal(publishProblem({ name, originalMessage: 'Permission denied' }), 'denied')
})

test('an error of the devices tells denied, missing and busy apart', () => {
  assert.equal(publishProblem({ name: 'OT_USER_MEDIA_ACCESS_DENIED' }), 'denied')
  assert.equal(publishProblem({ name: 'OT_NO_DEVICES_FOUND' }), 'not-found')
  assert.equal(publishProblem({ name: 'OT_HARDWARE_UNAVAILABLE' }), 'busy')
  assert.equal(publishProblem({ name: 'OT_TIMEOUT' }), 'failed')
})
