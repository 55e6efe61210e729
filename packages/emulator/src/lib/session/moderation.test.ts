import assert from 'node:assert/strict'
import { wantsEverything } from '../media/wants.ts'
import { describe, it } from 'node:test'
import { after, answerOf, linesOf, publishing, sessionOf } from '../testing/session.ts'
import { handle } from './handle.ts'
import type { Message } from './message.ts'
import { platform } from './sender.ts'

const roles = { max: 'moderator', alice: 'publisher', bob: 'publisher' } as const
const live = after(
  sessionOf(roles),
  ['max', publishing('m')],
  ['alice', publishing('a')],
  [
    'bob',
    {
      type: 'subscribe',
      stream: 'a',
      subscription: 'ba',
      encrypted: false,
      wants: wantsEverything,
    },
  ],
  [
    'alice',
    {
      type: 'subscribe',
      stream: 'm',
      subscription: 'am',
      encrypted: false,
      wants: wantsEverything,
    },
  ],
)

const muteAll: Message = { type: 'mute-session', active: true, excludedStreams: ['m'] }

describe('putting somebody out', () => {
  const out: Message = { type: 'force-disconnect', connection: 'alice' }

  it('ends the streams, then what was watched, then the connection, and tells the target', () => {
    const outcome = handle(live, 'max', out)
    assert.deepEqual(linesOf(outcome), [
      'max: deleted /stream/a forceDisconnected',
      'bob: deleted /stream/a forceDisconnected',
      'max: deleted /stream/m/subscriber/am',
      'max: deleted /connection/alice forceDisconnected',
      'alice: deleted /connection/alice forceDisconnected',
      'bob: deleted /connection/alice forceDisconnected',
    ])
    assert.deepEqual(outcome.effects.at(-1), { type: 'hang-up', connection: 'alice' })
    assert.deepEqual([...outcome.session.connections.keys()], ['max', 'bob'])
    assert.equal(outcome.session.subscriptions.size, 0)
  })

  it('is for moderators and the platform, and needs a target', () => {
    assert.equal(answerOf(handle(live, 'bob', out)).status, 403)
    assert.equal(answerOf(handle(live, platform, out)).status, 200)
    const nobody: Message = { type: 'force-disconnect', connection: 'nobody' }
    assert.equal(answerOf(handle(live, 'max', nobody)).status, 404)
  })
})

describe('muting', () => {
  it('of one stream asks its publisher', () => {
    const mute: Message = { type: 'mute-stream', stream: 'a' }
    assert.deepEqual(linesOf(handle(live, 'max', mute)), [
      'alice: update /stream/a {"reason":"mute","channels":["audio"],"active":true}',
    ])
    assert.equal(answerOf(handle(live, 'bob', mute)).status, 403)
    assert.equal(answerOf(handle(live, 'max', { ...mute, stream: 'x' })).status, 404)
  })

  it('of everybody spares who is excluded and stays for who comes later', () => {
    const outcome = handle(live, 'max', muteAll)
    assert.deepEqual(linesOf(outcome), [
      'alice: update /stream/a {"reason":"mute","channels":["audio"],"active":true}',
      'alice: update / {"reason":"mute","active":true}',
      'bob: update / {"reason":"mute","active":true}',
    ])
    assert.equal(outcome.session.muteOnEntry, true)
    assert.equal(answerOf(handle(live, 'bob', muteAll)).status, 403)
  })

  it('can be taken back, which opens no microphone', () => {
    const outcome = handle(after(live, ['max', muteAll]), 'max', { ...muteAll, active: false })
    assert.equal(outcome.session.muteOnEntry, false)
    assert.deepEqual(
      linesOf(outcome),
      ['max', 'alice', 'bob'].map((to) => `${to}: update / {"reason":"mute","active":false}`),
    )
  })
})

describe('leaving', () => {
  it('tells those who stay, streams before the connection', () => {
    const outcome = handle(live, 'alice', { type: 'leave', reason: 'networkDisconnected' })
    assert.deepEqual(linesOf(outcome), [
      'max: deleted /stream/a networkDisconnected',
      'bob: deleted /stream/a networkDisconnected',
      'max: deleted /stream/m/subscriber/am',
      'max: deleted /connection/alice networkDisconnected',
      'bob: deleted /connection/alice networkDisconnected',
    ])
  })
})
