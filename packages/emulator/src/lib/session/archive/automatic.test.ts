import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { reportsOf, starting } from '../../testing/archives.ts'
import { passing } from '../../testing/passing.ts'
import { after, answerOf, joining, linesOf, publishing, sessionOf } from '../../testing/session.ts'
import { handle } from '../handle.ts'
import type { Message } from '../message.ts'
import { platform } from '../sender.ts'
import type { Session } from '../session.ts'

const minute = 60_000
const details = { mediaMode: 'routed', archiveMode: 'always' } as const
const empty = sessionOf({}, { ...details, archiveName: 'my_call-1', archiveResolution: '1280x720' })
const entered = after(empty, ['alice', joining('publisher')])
const live = after(entered, ['alice', publishing('a')])
const leave: Message = { type: 'leave', reason: 'clientDisconnected' }

function only({ archives }: Session) {
  const [archive, ...others] = archives.values()
  assert.deepEqual(others, [])
  if (archive === undefined) throw new Error('there is no archive')
  return archive
}

describe('a session that is always archived', () => {
  it('is recorded from the first connection on, who hears of it', () => {
    const outcome = handle(empty, 'alice', joining('publisher'))
    const { id, name, output } = only(outcome.session)
    assert.match(id, /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
    assert.equal(name, 'my:call:1')
    assert.equal(output.mode === 'composed' && output.resolution, '1280x720')
    const content = JSON.stringify({ id, name, status: 'started' })
    assert.equal(linesOf(outcome).at(-1), `alice: created /archive/${id} ${content}`)
    assert.deepEqual(reportsOf(outcome), ['started'])
  })

  it('has one archive for a call, whoever comes and goes', () => {
    const later = after(live, ['bob', joining('publisher')], ['alice', leave], ['bob', leave])
    const back = after(passing(later, minute - 1).session, ['alice', joining('publisher')])
    assert.equal(only(back).state.type, 'paused')
  })

  it('has another archive for the next call', () => {
    const over = passing(after(live, ['alice', leave]), minute).session
    const next = after(over, ['alice', joining('publisher')])
    assert.equal(next.archives.size, 2)
  })

  it('goes on in another archive when one is full', () => {
    const { session, effects } = passing(live, 4 * 60 * minute)
    assert.deepEqual(reportsOf({ session, effects }), [
      'stopped maximum duration exceeded 14400',
      'started',
    ])
  })

  it('is recorded again when the archive ended before anybody published', () => {
    const idle = passing(entered, minute).session
    assert.equal(only(idle).state.type, 'stopped')
    assert.equal(after(idle, ['alice', publishing('a')]).archives.size, 2)
  })

  it('goes on in another archive when it moves to another server', () => {
    const moving = after(empty, ['alice', joining('publisher', { migrates: true })])
    const published = after(moving, ['alice', publishing('a')])
    const rotated = handle(published, platform, { type: 'rotate' })
    assert.deepEqual(reportsOf(rotated), ['stopped session ended', 'started'])
  })

  it('goes on being recorded when it is asked to stop', () => {
    const { id } = only(live)
    const outcome = handle(live, platform, { type: 'stop-archive', archive: id })
    assert.equal(answerOf(outcome).status, 200)
    assert.equal(only(outcome.session).state.type, 'recording')
  })

  it('is recorded by hand only under a tag', () => {
    assert.equal(answerOf(handle(live, platform, starting('B'))).status, 409)
    assert.equal(answerOf(handle(live, platform, starting('B', { tag: 'mine' }))).status, 200)
  })
})
