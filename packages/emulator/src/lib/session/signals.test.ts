import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { JsonObject } from '../wire/json.ts'
import { answerOf, linesOf, pushesOf, sessionOf } from '../testing/session.ts'
import { handle } from './handle.ts'
import type { Signal } from './message.ts'
import { platform } from './sender.ts'

const session = sessionOf({ alice: 'publisher', bob: 'publisher', sue: 'subscriber' })

function signal(content: JsonObject, connection?: string): Signal {
  return { type: 'signal', id: 'x', content, ...(connection !== undefined && { connection }) }
}

describe('a signal', () => {
  it('to everybody reaches its sender as well, in its name', () => {
    const outcome = handle(session, 'alice', signal({ type: 'chat', data: 'hi', extra: 1 }))
    assert.deepEqual(
      linesOf(outcome),
      ['alice', 'bob', 'sue'].map((to) => `${to}: signal /signal/x {"type":"chat","data":"hi"}`),
    )
    assert.ok(pushesOf(outcome.effects).every(({ from }) => from === 'alice'))
  })

  it('to one connection reaches that one', () => {
    assert.deepEqual(linesOf(handle(session, 'alice', signal({ data: 'psst' }, 'bob'))), [
      'bob: signal /connection/bob/signal/x {"data":"psst"}',
    ])
    assert.equal(answerOf(handle(session, 'alice', signal({}, 'nobody'))).status, 404)
  })

  it('is refused by role, and when it is malformed or too long', () => {
    assert.equal(answerOf(handle(session, 'sue', signal({ data: 'hi' }))).status, 403)
    assert.equal(answerOf(handle(session, 'alice', signal({ type: 1 }))).status, 400)
    assert.equal(answerOf(handle(session, 'alice', signal({ type: 't'.repeat(129) }))).status, 413)
    assert.equal(answerOf(handle(session, 'alice', signal({ data: 'ä'.repeat(4097) }))).status, 413)
    assert.equal(answerOf(handle(session, 'alice', signal({ data: 'a'.repeat(8192) }))).status, 200)
  })

  it('of the platform comes from nobody', () => {
    assert.equal(pushesOf(handle(session, platform, signal({ data: 'hi' })).effects)[0]?.from, '')
  })
})
