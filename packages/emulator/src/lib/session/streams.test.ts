import assert from 'node:assert/strict'
import { wantsEverything } from '../media/wants.ts'
import { describe, it } from 'node:test'
import {
  after,
  answerOf,
  joining,
  linesOf,
  publishing,
  pushesOf,
  sessionOf,
} from '../testing/session.ts'
import { handle } from './handle.ts'
import type { ChannelUpdate, SenderStats } from './message.ts'

const people = sessionOf({
  alice: 'publisher',
  bob: 'publisher',
  sue: 'subscriber',
  max: 'moderator',
})
const live = after(people, ['alice', publishing('st')])

function change(channel: string, content: ChannelUpdate['content']): ChannelUpdate {
  return { type: 'update-channel', stream: 'st', channel, content }
}

describe('publishing', () => {
  it('tells everybody, the publisher included, of the stream and its connection', () => {
    const outcome = handle(people, 'alice', publishing('st'))
    assert.equal(answerOf(outcome).status, 200)
    const pushes = pushesOf(outcome.effects)
    assert.deepEqual(
      pushes.map(({ to }) => to),
      ['alice', 'bob', 'sue', 'max'],
    )
    const { id, name, creationTime, connection } = pushes[0]?.message.content ?? {}
    assert.deepEqual({ id, name, creationTime }, { id: 'st', name: 'st', creationTime: 2000 })
    assert.equal((connection as { id: string }).id, 'alice')
  })

  it('is refused to a subscriber, whatever the client thinks', () => {
    assert.equal(answerOf(handle(people, 'sue', publishing('st'))).status, 403)
  })

  it('is refused for an id in use and for channels that are none', () => {
    assert.equal(answerOf(handle(live, 'bob', publishing('st'))).status, 409)
    for (const channel of [undefined, 'video1', [1], [{ type: 'video' }], {}]) {
      const content = channel === undefined ? {} : { channel }
      const message = { type: 'publish', stream: 'other', content } as const
      assert.equal(answerOf(handle(live, 'bob', message as never)).status, 400)
    }
  })
})

describe('ending a stream', () => {
  const unpublish = { type: 'unpublish', stream: 'st' } as const

  it('tells everybody who did it', () => {
    const lines = (from: string) => linesOf(handle(live, from, unpublish))
    assert.equal(lines('alice')[1], 'bob: deleted /stream/st clientDisconnected')
    assert.equal(lines('max')[0], 'alice: deleted /stream/st forceUnpublished')
  })

  it('is up to its publisher and moderators, and needs a stream', () => {
    assert.equal(answerOf(handle(live, 'bob', unpublish)).status, 403)
    assert.equal(answerOf(handle(people, 'max', unpublish)).status, 404)
  })
})

describe('changing a channel', () => {
  it('tells everybody, the publisher included, only what has changed', () => {
    const outcome = handle(live, 'alice', change('video1', { active: false, width: 640 }))
    assert.equal(linesOf(outcome).length, 4)
    assert.equal(linesOf(outcome)[0], 'alice: updated /stream/st/channel/video1 {"active":false}')
  })

  it('that changes nothing is heard by nobody', () => {
    const outcome = handle(live, 'alice', change('audio1', { active: true }))
    assert.equal(answerOf(outcome).status, 200)
    assert.deepEqual(linesOf(outcome), [])
  })

  it('passes on only what clients understand', () => {
    const content = { active: false, activeReason: 'auto', congestionLevel: 2, evil: 1 }
    const [line] = linesOf(handle(live, 'alice', change('video1', content)))
    assert.equal(line, 'alice: updated /stream/st/channel/video1 {"active":false}')
  })

  it('is what somebody who comes later finds', () => {
    const muted = after(live, ['alice', change('audio1', { active: false })])
    const { body = {} } = answerOf(handle(muted, 'late', joining('publisher')))
    const [stream] = body['stream'] as unknown as { channel: { id: string; active: boolean }[] }[]
    assert.deepEqual(
      stream?.channel.map(({ id, active }) => [id, active]),
      [
        ['video1', true],
        ['audio1', false],
      ],
    )
  })

  it('for one subscriber is heard by that one, and the stream stays as it is', () => {
    const watched = after(live, [
      'bob',
      {
        type: 'subscribe',
        stream: 'st',
        subscription: 'sub',
        encrypted: false,
        wants: wantsEverything,
      },
    ])
    const fallback = change('video1', { active: false, activeReason: 'auto', subscriberId: 'sub' })
    const outcome = handle(watched, 'alice', fallback)
    assert.deepEqual(linesOf(outcome), [
      'bob: update /stream/st/subscriber/sub/channel/video1 {"active":false}',
    ])
    assert.equal(outcome.session, watched)
  })

  it('is up to the publisher of the stream', () => {
    assert.equal(answerOf(handle(live, 'max', change('audio1', { active: false }))).status, 403)
    assert.equal(answerOf(handle(live, 'alice', change('audio9', { active: false }))).status, 404)
  })
})

describe('measurements of a publisher', () => {
  it('reach everybody who watches, and come from nobody else', () => {
    const watched = after(live, [
      'bob',
      {
        type: 'subscribe',
        stream: 'st',
        subscription: 'sub',
        encrypted: false,
        wants: wantsEverything,
      },
    ])
    const stats: SenderStats = {
      type: 'sender-stats',
      stream: 'st',
      channel: 'downlinkStats1',
      id: 'x',
      content: { type: 'data', data: '{}' },
    }
    assert.deepEqual(linesOf(handle(watched, 'alice', stats)), [
      'bob: data /stream/st/subscriber/sub/channel/downlinkStats1/data/x {"type":"data","data":"{}"}',
    ])
    assert.equal(answerOf(handle(watched, 'bob', stats)).status, 403)
  })
})
