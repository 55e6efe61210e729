import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { complaintOf, isClash } from './complaint.ts'

describe('a line of a TURN server', () => {
  it('is a complaint without its time', () => {
    assert.equal(complaintOf('12: : ERROR: no memory'), 'ERROR: no memory')
    assert.equal(complaintOf('0: (41): ERROR: no memory'), 'ERROR: no memory')
    assert.equal(complaintOf('Bad configuration: x'), 'Bad configuration: x')
  })

  it('is no complaint when it tells of everyday things', () => {
    for (const line of [
      '',
      '0: : TLS supported',
      '3: : session 001: realm <r> user <>: incoming packet message processed, error 401: Unauthorized',
      'socket: Protocol not supported',
      '9: : ERROR: session 001: TCP socket error: Connection reset by peer 127.0.0.1:44564',
    ]) {
      assert.equal(complaintOf(line), undefined, line)
    }
  })

  it('tells when a port is taken', () => {
    assert.ok(isClash('0: : Trying to bind fd 18 to <127.0.0.1:3478>: errno=98'))
    assert.ok(!isClash('0: : Listener address to use: 127.0.0.1'))
  })
})
