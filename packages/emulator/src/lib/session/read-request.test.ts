import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readRequest } from './read-request.ts'

function ask(method: string, path: string, content = {}) {
  return readRequest({ method, uri: `/v2/partner/K/session/S${path}`, content })
}

describe('a request', () => {
  it('is addressed to a session', () => {
    const { key, sessionId } = ask('create', '/connection/C') ?? {}
    assert.deepEqual({ key, sessionId }, { key: 'K', sessionId: 'S' })
    for (const uri of [
      '',
      '/',
      '/v2/partner/K',
      '/v1/partner/K/session/S',
      '/v2/partner//session/S',
    ]) {
      assert.equal(readRequest({ method: 'create', uri, content: {} }), undefined)
    }
    assert.equal(ask('create', '/stream//subscriber/SUB'), undefined)
  })

  it('is read by its verb and the collections in its address', () => {
    const types = (
      [
        ['create', '/stream/ST', 'publish'],
        ['delete', '/stream/ST', 'unpublish'],
        ['update', '/stream/ST', 'mute-stream'],
        ['update', '/stream/ST/channel/CH', 'update-channel'],
        ['create', '/stream/ST/subscriber/SUB', 'subscribe'],
        ['delete', '/stream/ST/subscriber/SUB', 'unsubscribe'],
        ['update', '/stream/ST/subscriber/SUB/channel/CH', 'update-subscription'],
        ['candidate', '/stream/ST/subscriber/SUB', 'negotiate'],
        ['signal', '/signal/X', 'signal'],
        ['signal', '/connection/C/signal/X', 'signal'],
        ['delete', '/connection/C', 'force-disconnect'],
        ['update', '', 'mute-session'],
        ['data', '/stream/ST/channel/CH/data/X', 'sender-stats'],
      ] as const
    ).map(([method, path, type]) => {
      const read = ask(method, path)?.ask
      return [read?.type === 'message' ? read.message.type : read?.type, type]
    })
    for (const [read, expected] of types) assert.equal(read, expected)
  })

  it('that is not known is said to be unknown', () => {
    for (const [method, path] of [
      ['migrate', '/migrate'],
      ['create', ''],
      ['create', '/stream'],
      ['constructor', '/toString/x'],
      ['create', '/stream/ST/source/P2P'],
    ] as const) {
      assert.deepEqual(ask(method, path)?.ask, { type: 'unknown' })
    }
  })
})
