import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { archiveIn, reportsOf, starting } from '../../testing/archives.ts'
import { passing } from '../../testing/passing.ts'
import { after, joining, linesOf, publishing, sessionOf, withMedia } from '../../testing/session.ts'
import { wakeAt } from '../activities.ts'
import { handle } from '../handle.ts'
import type { Message } from '../message.ts'
import { platform } from '../sender.ts'
import type { Session } from '../session.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

const quiet = sessionOf({ alice: 'publisher', bob: 'publisher' }, { mediaMode: 'routed' })
const unpublish: Message = { type: 'unpublish', stream: 'a' }
const leave: Message = { type: 'leave', reason: 'clientDisconnected' }
const started = (session: Session) => after(session, [platform, starting('A')])
const live = after(quiet, ['alice', publishing('a')])

/** What an archive reports while that much time passes. */
function reports(session: Session, milliseconds: number): readonly string[] {
  return reportsOf(passing(session, milliseconds))
}

describe('an archive', () => {
  it('pauses while nobody publishes, which is not counted', () => {
    const recording = passing(started(live), 10 * second).session
    const paused = handle(recording, 'alice', unpublish)
    assert.equal(linesOf(paused).at(-1), 'bob: updated /archive/A {"status":"paused"}')
    const resumed = withMedia(
      handle(passing(paused.session, minute).session, 'bob', publishing('b')),
    )
    assert.equal(linesOf(resumed).at(-1), 'bob: updated /archive/A {"status":"started"}')
    const { session } = passing(resumed.session, 5 * second)
    const stopped = handle(session, platform, { type: 'stop-archive', archive: 'A' })
    assert.deepEqual([paused, resumed, stopped].flatMap(reportsOf), [
      'paused',
      'started',
      'stopped user initiated 15',
    ])
  })

  it('waits a minute for the first stream', () => {
    assert.deepEqual(reports(started(quiet), minute - 1), [])
    assert.deepEqual(reports(started(quiet), minute), ['stopped maximum idle time exceeded'])
    const published = after(started(quiet), ['alice', publishing('a')])
    assert.deepEqual(reports(published, hour), [])
    assert.equal(archiveIn(published, 'A').state.type, 'recording')
  })

  it('waits an hour for the next stream', () => {
    const paused = after(started(live), ['alice', unpublish])
    assert.deepEqual(reports(paused, hour - 1), [])
    assert.deepEqual(reports(paused, hour), ['stopped maximum idle time exceeded'])
  })

  it('ends a minute after everybody has left, unless somebody comes back', () => {
    const empty = after(started(live), ['alice', leave], ['bob', leave])
    assert.deepEqual(reports(empty, minute), ['stopped session ended'])
    const back = after(passing(empty, minute - 1).session, ['alice', joining('publisher')])
    assert.deepEqual(reports(back, 30 * minute), [])
  })

  it('holds four hours', () => {
    assert.deepEqual(reports(started(live), 4 * hour), ['stopped maximum duration exceeded 14400'])
  })

  it('lasts twelve hours with its pauses', () => {
    let session = started(live)
    for (let round = 0; round < 12; round += 1) {
      session = after(passing(session, 10 * minute).session, ['alice', unpublish])
      session = after(passing(session, 50 * minute).session, ['alice', publishing('a')])
    }
    const twelfth = archiveIn(session, 'A')
    assert.deepEqual(twelfth.state, {
      type: 'stopped',
      since: twelfth.createdAt + 12 * hour,
      reason: 'maximum duration exceeded',
    })
    assert.equal(twelfth.recorded, 2 * hour)
  })

  it('is kept for three days, and then needs no more waking', () => {
    const stopped = after(started(live), [platform, { type: 'stop-archive', archive: 'A' }])
    const { session, effects } = passing(stopped, 73 * hour)
    assert.deepEqual(reportsOf({ session, effects }), [
      'available user initiated',
      'expired user initiated',
    ])
    assert.equal(archiveIn(session, 'A').state.since, stopped.at + second + 72 * hour)
    assert.equal(wakeAt(session), Infinity)
  })

  it('goes to the bucket of its owner, where it stays', () => {
    const stopped = after(started(live), [platform, { type: 'stop-archive', archive: 'A' }])
    assert.deepEqual(reports({ ...stopped, hasOwnStorage: true }, 73 * hour), [
      'uploaded user initiated',
    ])
  })

  it('says everything in order when the machine has slept through it', () => {
    const late = { ...started(quiet), at: quiet.at + 100 * hour }
    assert.deepEqual(reportsOf(handle(late, platform, { type: 'wake' })), [
      'stopped maximum idle time exceeded',
      'available maximum idle time exceeded',
      'expired maximum idle time exceeded',
    ])
  })
})

describe('a transcript', () => {
  const transcription = { primaryLanguageCode: 'de-DE', hasSummary: true }
  const asked = after(live, [platform, starting('A', { transcription })])
  const statusesOf = (messages: ReturnType<typeof passing>) =>
    messages.effects.flatMap((effect) =>
      effect.type === 'callback' && effect.group === 'archive'
        ? [(effect.body['transcription'] as { status: string }).status]
        : [],
    )

  it('is begun when the recording ends and is there a second after the file', () => {
    assert.equal(archiveIn(asked, 'A').transcription?.status, 'requested')
    const stopped = handle(asked, platform, { type: 'stop-archive', archive: 'A' })
    assert.deepEqual(statusesOf(stopped), ['started'])
    assert.deepEqual(statusesOf(passing(stopped.session, second)), ['started'])
    assert.deepEqual(statusesOf(passing(stopped.session, 2 * second)), ['started', 'available'])
  })

  it('fails with its recording', () => {
    const failed = handle(asked, platform, { type: 'fail-archive', archive: 'A' })
    assert.deepEqual(statusesOf(failed), ['failed'])
  })
})
