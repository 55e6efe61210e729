import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { archiveIn, reportsOf, starting } from '../../testing/archives.ts'
import { passing } from '../../testing/passing.ts'
import { after, answerOf, joining, linesOf, publishing, sessionOf } from '../../testing/session.ts'
import { handle } from '../handle.ts'
import type { Message } from '../message.ts'
import { platform } from '../sender.ts'
import type { Session } from '../session.ts'
import { archiveCapacity } from './limits.ts'
import { selectedOf } from '../composition/selection.ts'

const people = { alice: 'publisher', bob: 'publisher' } as const
const quiet = sessionOf(people, { mediaMode: 'routed' })
const call = after(quiet, ['alice', publishing('a')], ['bob', publishing('b')])
const recorded = after(call, [platform, starting('A')])

function status(session: Session, message: Message): number {
  return answerOf(handle(session, platform, message)).status
}

describe('starting an archive', () => {
  it('tells everybody, and the owner', () => {
    const outcome = handle(call, platform, starting('A'))
    assert.deepEqual(linesOf(outcome), [
      'alice: created /archive/A {"id":"A","name":"a call","status":"started"}',
      'bob: created /archive/A {"id":"A","name":"a call","status":"started"}',
    ])
    assert.deepEqual(reportsOf(outcome), ['started'])
  })

  it('needs a routed session that can be read, and somebody in it', () => {
    assert.equal(status(sessionOf(people, { mediaMode: 'relayed' }), starting('A')), 409)
    assert.equal(status(sessionOf(people, { mediaMode: 'routed', e2ee: true }), starting('A')), 409)
    assert.equal(status(sessionOf({}, { mediaMode: 'routed' }), starting('A')), 404)
  })

  it('a second time needs a tag of its own, until the first has ended', () => {
    assert.equal(status(recorded, starting('B')), 409)
    const both = after(recorded, [platform, starting('B', { tag: 'second' })])
    assert.equal(status(both, starting('C', { tag: 'second' })), 409)
    assert.equal(status(after(both, [platform, stop]), starting('C')), 200)
  })

  it('is no business of clients', () => {
    assert.equal(answerOf(handle(call, 'alice', starting('A'))).status, 403)
  })
})

const stop: Message = { type: 'stop-archive', archive: 'A' }
const remove: Message = { type: 'delete-archive', archive: 'A' }

describe('stopping an archive', () => {
  it('tells everybody at once, and the file is there a second later', () => {
    const stopped = handle({ ...recorded, at: recorded.at + 90_000 }, platform, stop)
    assert.deepEqual(linesOf(stopped), [
      'alice: updated /archive/A {"status":"stopped"}',
      'bob: updated /archive/A {"status":"stopped"}',
    ])
    assert.deepEqual(reportsOf(stopped), ['stopped user initiated 90'])
    const later = passing(stopped.session, 1000)
    assert.deepEqual(linesOf(later), [])
    assert.deepEqual(reportsOf(later), ['available user initiated 90'])
  })

  it('works once', () => {
    const stopped = after(recorded, [platform, stop])
    assert.equal(status(stopped, stop), 409)
    assert.equal(status(call, stop), 404)
  })
})

describe('somebody who comes later', () => {
  const archivesToldTo = (session: Session) =>
    answerOf(handle(session, 'late', joining('publisher'))).body?.['archive']

  it('learns of archives that run, and of no others', () => {
    assert.deepEqual(archivesToldTo(recorded), [{ id: 'A', name: 'a call', status: 'started' }])
    assert.deepEqual(archivesToldTo(after(recorded, [platform, stop])), [])
  })
})

describe('deleting an archive', () => {
  it('needs a finished one', () => {
    const stopped = after(recorded, [platform, stop])
    assert.equal(status(recorded, remove), 409)
    assert.equal(status(stopped, remove), 409)
    const gone = handle(passing(stopped, 1000).session, platform, remove)
    assert.deepEqual(reportsOf(gone), ['deleted user initiated'])
    assert.equal(status(gone.session, remove), 200)
  })
})

describe('an archive that fails', () => {
  it('is over for clients, and says so to the owner', () => {
    const failed = handle(recorded, platform, { type: 'fail-archive', archive: 'A' })
    assert.equal(linesOf(failed)[0], 'alice: updated /archive/A {"status":"stopped"}')
    assert.deepEqual(reportsOf(failed), ['failed failure'])
    assert.equal(status(failed.session, remove), 409)
  })
})

describe('what goes into an archive', () => {
  const selected = (session: Session) =>
    selectedOf(archiveIn(session, 'A'), session, archiveCapacity.composed).map(({ id }) => id)
  const select = (change: Extract<Message, { type: 'select-for-archive' }>['change']): Message => ({
    type: 'select-for-archive',
    archive: 'A',
    change,
  })
  const b = { id: 'b', hasAudio: true, hasVideo: false }

  it('is every stream, also one that starts later', () => {
    assert.deepEqual(selected(recorded), ['a', 'b'])
    assert.deepEqual(selected(after(recorded, ['alice', publishing('c')])), ['a', 'b', 'c'])
    assert.equal(status(recorded, select({ type: 'add', ...b })), 405)
  })

  it('is only what was added by hand, where that was asked for', () => {
    const manual = after(call, [platform, starting('A', { streamMode: 'manual' })])
    assert.deepEqual(selected(manual), [])
    const added = after(manual, [platform, select({ type: 'add', ...b })])
    assert.deepEqual(selected(added), ['b'])
    assert.deepEqual(selected(after(added, [platform, select({ type: 'remove', id: 'b' })])), [])
    assert.equal(status(manual, select({ type: 'add', ...b, id: 'x' })), 404)
    assert.equal(status(manual, select({ type: 'remove', id: 'b' })), 404)

    const ended = after(added, ['bob', { type: 'unpublish', stream: 'b' }])
    const { selection } = archiveIn(ended, 'A')
    assert.deepEqual(selection, { mode: 'manual', streams: new Map() })
  })

  it('is refused with another status to applications', () => {
    const key = '29f760f8-7ce1-46c9-ade3-f2dedee4ed5f'
    const application = sessionOf(people, { mediaMode: 'routed', key })
    const live = after(application, ['bob', publishing('b')], [platform, starting('A')])
    assert.equal(status(live, select({ type: 'add', ...b })), 400)
  })
})

describe('the layout of an archive', () => {
  const arrange: Message = { type: 'arrange-archive', archive: 'A', layout: { type: 'pip' } }

  it('changes while it is composed', () => {
    const { output } = archiveIn(after(recorded, [platform, arrange]), 'A')
    assert.deepEqual(output.mode === 'composed' && output.layout, { type: 'pip' })
    assert.equal(status(after(recorded, [platform, stop]), arrange), 400)
    const individual = starting('A', { output: { mode: 'individual' } })
    assert.equal(status(after(call, [platform, individual]), arrange), 400)
  })
})
