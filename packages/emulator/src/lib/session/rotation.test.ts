import assert from 'node:assert/strict'
import { wantsEverything } from '../media/wants.ts'
import { describe, it } from 'node:test'
import {
  after,
  answerOf,
  joining,
  linesOf,
  publishing,
  sessionOf,
  withMedia,
} from '../testing/session.ts'
import { handle } from './handle.ts'
import type { Message } from './message.ts'
import { emptySession } from './session.ts'
import type { Session, SessionDetails } from './session.ts'

const rotate: Message = { type: 'rotate' }
const watch: Message = {
  type: 'subscribe',
  stream: 'st',
  subscription: 'sub',
  encrypted: false,
  wants: wantsEverything,
}
const coming = joining('publisher', { migrates: true })

/** Alice publishes, bob watches, and both can move. */
function callOf(mediaMode: SessionDetails['mediaMode']): Session {
  const details = { id: 'S', key: 'K', archiveMode: 'manual', e2ee: false, createdAt: 0 } as const
  return after(
    emptySession({ ...details, mediaMode }),
    ['alice', coming],
    ['bob', coming],
    ['alice', publishing('st')],
    ['bob', watch],
  )
}

describe('a server rotation', () => {
  it('tells who can move, puts out who cannot, and is not repeated at once', () => {
    const call = after(callOf('routed'), ['carol', joining('publisher')])
    const outcome = handle(call, '', rotate)
    const lines = linesOf(outcome)
    assert.ok(lines.includes('carol: deleted /connection/carol serverRotation'))
    for (const id of ['alice', 'bob']) {
      const told = `${id}: notification /notification/server-2 {"reason":"serverRotation"}`
      assert.ok(lines.includes(told))
    }
    assert.ok(!lines.some((line) => line.startsWith('carol: notification')))

    const codeAfter = (at: number) => {
      const { status, body } = answerOf(handle({ ...outcome.session, at }, '', rotate))
      return [status, body?.['code']]
    }
    assert.deepEqual(codeAfter(24_999), [409, 15214])
    assert.deepEqual(codeAfter(59_999), [409, 15215])
    assert.deepEqual(codeAfter(60_000), [200, undefined])
  })

  it('is refused when nobody is there', () => {
    assert.equal(answerOf(handle(sessionOf({}), '', rotate)).status, 404)
  })

  it('lets a client in again as who it was, and tells nobody else', () => {
    const moving = after(callOf('relayed'), ['', rotate])
    const outcome = handle(moving, 'alice', coming)
    assert.equal(answerOf(outcome).status, 200)
    assert.deepEqual(
      linesOf(outcome).map((line) => line.split(' {')[0]),
      ['alice: created /connection/alice'],
    )
    const twice = handle(outcome.session, 'alice', coming)
    assert.equal(answerOf(twice).status, 409)
  })

  it('lets nobody in with another token', () => {
    const moving = after(callOf('relayed'), ['', rotate])
    const thief = joining('publisher', { migrates: true, ticket: 'another token' })
    assert.equal(answerOf(handle(moving, 'alice', thief)).status, 409)
  })

  it('leaves the media of a relayed session alone', () => {
    const moved = after(callOf('relayed'), ['', rotate], ['alice', coming], ['bob', coming])
    assert.deepEqual(linesOf(handle(moved, 'alice', publishing('st'))), [])
  })

  it('gives a routed stream other legs, and ends the first ones when their clients have moved', () => {
    const moved = after(callOf('routed'), ['', rotate], ['bob', coming], ['alice', coming])
    const announced = withMedia(handle(moved, 'alice', publishing('st')))
    const [asked, line, ...others] = linesOf(announced)
    assert.match(asked ?? '', /^alice: generateoffer \/stream\/st .*"peerId":"publisher.st.2"/)
    assert.match(line ?? '', /^bob: created \/stream\/st .*"sourceStreamId":"MANTIS"/)
    assert.deepEqual(others, [])

    const watching = handle(announced.session, 'bob', watch)
    const [opened] = watching.effects.flatMap((effect) =>
      effect.type === 'media' ? [effect.command] : [],
    )
    assert.equal(opened?.type === 'open-subscriber' && opened.leg, 'subscriber.sub.2')
    assert.equal(opened?.type === 'open-subscriber' && opened.source, 'publisher.st.2')

    const closedBy = (session: Session, from: string) =>
      handle(session, from, { type: 'settle' }).effects.flatMap((effect) =>
        effect.type === 'media' && effect.command.type === 'close' ? [effect.command.leg] : [],
      )
    assert.deepEqual(closedBy(watching.session, 'bob'), ['subscriber.sub.1'])
    assert.deepEqual(closedBy(watching.session, 'alice'), ['publisher.st.1'])
    const settled = handle(watching.session, 'bob', { type: 'settle' }).session
    assert.deepEqual(closedBy(settled, 'bob'), [])
  })
})

describe('the limits of a session', () => {
  const limited = (limits: Partial<SessionDetails['limits']>) => {
    const all = { connections: 2, streams: 1, subscriptions: 1, ...limits }
    return sessionOf({ alice: 'publisher', bob: 'publisher' }, { limits: all })
  }
  const reasonOf = (session: Session, from: string, message: Message) => {
    const { status, body } = answerOf(handle(session, from, message))
    return [status, body?.['reason']]
  }

  it('are told in the words that OpenTok.js knows', () => {
    const full = limited({})
    const joiner = reasonOf(full, 'carol', joining('publisher'))
    assert.deepEqual(joiner, [409, 'connectionLimitExceeded'])
    const live = after(full, ['alice', publishing('st')])
    assert.deepEqual(reasonOf(live, 'bob', publishing('b')), [409, 'streamLimitExceeded'])
    const watching = after(live, ['bob', watch])
    const more = { ...watch, subscription: 'more' }
    assert.deepEqual(reasonOf(watching, 'bob', more), [409, 'streamLimitExceeded'])
  })
})

describe('encryption end to end', () => {
  const message = publishing('st')
  const encrypted = { ...message, content: { ...message.content, e2ee: true } }

  it('is asked of every publisher and every subscriber', () => {
    const session = sessionOf({ alice: 'publisher', bob: 'publisher' }, { e2ee: true })
    const plain = answerOf(handle(session, 'alice', message))
    assert.deepEqual(
      [plain.status, plain.body?.['reason']],
      [405, 'IncompatibleEncryptionSettings'],
    )
    const live = after(session, ['alice', encrypted])
    assert.equal(answerOf(handle(live, 'bob', watch)).status, 405)
    assert.equal(
      answerOf(handle(live, 'bob', { ...watch, encrypted: true, wants: wantsEverything })).status,
      200,
    )
  })
})
