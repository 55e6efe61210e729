import assert from 'node:assert/strict'
import { wantsEverything } from '../media/wants.ts'
import { describe, it } from 'node:test'
import { after, answerOf, linesOf, publishing, pushesOf, sessionOf } from '../testing/session.ts'
import { handle } from './handle.ts'
import type { Message, Negotiate } from './message.ts'

const roles = { alice: 'publisher', bob: 'publisher', pat: 'publisheronly' } as const
const live = after(sessionOf(roles), ['alice', publishing('st')])
const watch: Message = {
  type: 'subscribe',
  stream: 'st',
  subscription: 'sub',
  encrypted: false,
  wants: wantsEverything,
}
const watched = after(live, ['bob', watch])

function step(kind: Negotiate['step'], value: string, subscription = 'sub'): Negotiate {
  return { type: 'negotiate', step: kind, stream: 'st', subscription, content: { value } }
}

describe('subscribing', () => {
  it('asks the publisher for an offer', () => {
    assert.deepEqual(linesOf(handle(live, 'bob', watch)), [
      'alice: generateoffer /stream/st/subscriber/sub {"peerId":"sub","sourceStreamId":"P2P"}',
    ])
  })

  it('comes from the subscriber, whom the publisher is told about', () => {
    assert.equal(pushesOf(handle(live, 'bob', watch).effects)[0]?.from, 'bob')
  })

  it('is refused by role, without a stream, and for an id in use', () => {
    assert.equal(answerOf(handle(live, 'pat', watch)).status, 403)
    assert.equal(answerOf(handle(sessionOf(roles), 'bob', watch)).status, 404)
    assert.equal(answerOf(handle(watched, 'bob', watch)).status, 409)
  })

  it('ends with the publisher closing that leg', () => {
    const stop: Message = { type: 'unsubscribe', stream: 'st', subscription: 'sub' }
    assert.deepEqual(linesOf(handle(watched, 'bob', stop)), [
      'alice: deleted /stream/st/subscriber/sub',
    ])
    assert.equal(answerOf(handle(watched, 'alice', stop)).status, 403)
    assert.equal(answerOf(handle(live, 'bob', stop)).status, 404)
  })
})

describe('negotiation', () => {
  it('holds the candidates of a publisher until its offer has passed', () => {
    const held = after(
      watched,
      ['alice', step('candidate', '1')],
      ['alice', step('candidate', '2')],
    )
    assert.deepEqual(linesOf(handle(watched, 'alice', step('candidate', '1'))), [])
    assert.deepEqual(linesOf(handle(held, 'alice', step('offer', 'sdp'))), [
      'bob: offer /stream/st/subscriber/sub {"value":"sdp"}',
      'bob: candidate /stream/st/subscriber/sub {"value":"1"}',
      'bob: candidate /stream/st/subscriber/sub {"value":"2"}',
    ])
  })

  it('passes everything at once afterwards, a second offer included', () => {
    const offered = after(watched, ['alice', step('offer', 'sdp')])
    assert.deepEqual(linesOf(handle(offered, 'alice', step('candidate', '3'))), [
      'bob: candidate /stream/st/subscriber/sub {"value":"3"}',
    ])
    assert.deepEqual(linesOf(handle(offered, 'alice', step('offer', 'restart'))), [
      'bob: offer /stream/st/subscriber/sub {"value":"restart"}',
    ])
    assert.deepEqual(linesOf(handle(offered, 'bob', step('answer', 'sdp'))), [
      'alice: answer /stream/st/subscriber/sub {"value":"sdp"}',
    ])
  })

  it('keeps a bounded number of candidates', () => {
    const flood = Array.from({ length: 300 }, (_, index) => step('candidate', String(index)))
    const held = after(watched, ...flood.map((message) => ['alice', message] as const))
    assert.equal(linesOf(handle(held, 'alice', step('offer', 'sdp'))).length, 257)
  })

  it('is closed to everybody else', () => {
    assert.equal(answerOf(handle(watched, 'pat', step('offer', 'evil'))).status, 403)
    assert.equal(answerOf(handle(watched, 'alice', step('offer', 'x', 'undefined'))).status, 404)
  })

  it('with oneself tells the two ends apart by name', () => {
    const self = after(live, ['alice', watch])
    assert.match(
      linesOf(handle(live, 'alice', watch))[0] ?? '',
      /^alice: generateoffer .*\/sub\.pub /,
    )
    assert.deepEqual(linesOf(handle(self, 'alice', step('offer', 'sdp', 'sub.pub'))), [
      'alice: offer /stream/st/subscriber/sub {"value":"sdp"}',
    ])
    assert.deepEqual(linesOf(handle(self, 'alice', step('answer', 'sdp'))), [
      'alice: answer /stream/st/subscriber/sub.pub {"value":"sdp"}',
    ])
  })
})
