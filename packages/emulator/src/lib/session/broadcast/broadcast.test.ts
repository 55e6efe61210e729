import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { airedIn, airing } from '../../testing/broadcasts.ts'
import { passing } from '../../testing/passing.ts'
import { after, answerOf, joining, linesOf, publishing, sessionOf } from '../../testing/session.ts'
import { wakeAt } from '../activities.ts'
import { selectedOf } from '../composition/selection.ts'
import { handle } from '../handle.ts'
import type { Message } from '../message.ts'
import { platform } from '../sender.ts'
import type { Session } from '../session.ts'
import { broadcastCapacity } from './limits.ts'

const second = 1000
const minute = 60 * second

const people = { alice: 'publisher' } as const
const call = after(sessionOf(people, { mediaMode: 'routed' }), ['alice', publishing('a')])
const onAir = after(call, [platform, airing('B')])
const leave: Message = { type: 'leave', reason: 'clientDisconnected' }
const stop: Message = { type: 'stop-broadcast', broadcast: 'B' }

function status(session: Session, message: Message): number {
  return answerOf(handle(session, platform, message)).status
}

describe('a broadcast', () => {
  it('comes on air step by step, which only the owner hears', () => {
    const started = handle(call, platform, airing('B'))
    assert.deepEqual(linesOf(started), [])
    assert.deepEqual(airedIn(started), ['started connecting connecting'])
    const later = passing(started.session, 15 * second)
    assert.deepEqual(linesOf(later), [])
    assert.deepEqual(airedIn(later), ['started ready live', 'started live live'])
  })

  it('ends when it is stopped, once', () => {
    const stopped = handle(onAir, platform, stop)
    assert.deepEqual(airedIn(stopped), ['stopped'])
    assert.equal(status(stopped.session, stop), 409)
    assert.equal(status(call, stop), 404)
    assert.equal(wakeAt(stopped.session), Infinity)
  })

  it('ends after the time it was given', () => {
    const short = after(call, [platform, airing('B', { maxDuration: 60 })])
    assert.deepEqual(airedIn(passing(short, minute)).at(-1), 'stopped')
    assert.deepEqual(airedIn(passing(onAir, 4 * 60 * minute - 1)).at(-1), 'started live live')
    assert.deepEqual(airedIn(passing(onAir, 4 * 60 * minute)).at(-1), 'stopped')
  })

  it('ends a minute after everybody has left, unless somebody comes back', () => {
    const empty = after(onAir, ['alice', leave])
    assert.deepEqual(airedIn(passing(empty, minute)).at(-1), 'stopped')
    const back = after(passing(empty, minute - 1).session, ['alice', joining('publisher')])
    assert.deepEqual(airedIn(passing(back, 10 * minute)), [])
  })

  it('ends when the session moves to another server', () => {
    assert.equal(airedIn(handle(onAir, platform, { type: 'rotate' })).at(-1), 'stopped')
  })

  it('needs a routed session that can be read, and somebody in it', () => {
    assert.equal(status(sessionOf(people, { mediaMode: 'relayed' }), airing('B')), 409)
    assert.equal(status(sessionOf(people, { mediaMode: 'routed', e2ee: true }), airing('B')), 409)
    assert.equal(status(sessionOf({}, { mediaMode: 'routed' }), airing('B')), 404)
  })

  it('has the session for itself, or a tag of its own', () => {
    assert.equal(status(onAir, airing('C')), 409)
    assert.equal(status(onAir, airing('C', { tag: 'second' })), 200)
    assert.equal(status(after(onAir, [platform, stop]), airing('C')), 200)
  })

  it('is no business of clients', () => {
    assert.equal(answerOf(handle(call, 'alice', airing('B'))).status, 403)
  })
})

describe('what is broadcast', () => {
  const selected = (session: Session) => {
    const broadcast = session.broadcasts.get('B')
    assert.ok(broadcast)
    return selectedOf(broadcast, session, broadcastCapacity)
  }
  const add: Message = {
    type: 'select-for-broadcast',
    broadcast: 'B',
    change: { type: 'add', id: 'a', hasAudio: true, hasVideo: false },
  }
  const arrange: Message = { type: 'arrange-broadcast', broadcast: 'B', layout: { type: 'pip' } }

  it('is every stream, or only those that were added', () => {
    assert.deepEqual(selected(onAir), [{ id: 'a', hasAudio: true, hasVideo: true }])
    const manual = after(call, [platform, airing('B', { streamMode: 'manual' })])
    assert.deepEqual(selected(manual), [])
    assert.deepEqual(selected(after(manual, [platform, add])), [
      { id: 'a', hasAudio: true, hasVideo: false },
    ])
    assert.equal(status(onAir, add), 405)
  })

  it('is placed in another way while it is on air', () => {
    assert.deepEqual(after(onAir, [platform, arrange]).broadcasts.get('B')?.layout, { type: 'pip' })
    const over = after(onAir, [platform, stop])
    assert.equal(status(over, arrange), 400)
    assert.equal(status(over, add), 400)
  })
})
