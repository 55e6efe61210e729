import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { after, publishing, sessionOf } from '../../testing/session.ts'
import type { Message } from '../message.ts'
import { selectedOf, selectionOf } from './selection.ts'

const people = sessionOf({ alice: 'publisher' }, { mediaMode: 'routed' })
const all = { selection: selectionOf('auto'), hasAudio: true, hasVideo: true }
const ids = Array.from({ length: 20 }, (_, index) => `s${index}`)
const crowd = after(people, ...ids.map((id) => ['alice', publishing(id)] as const))

describe('what is taken of a session', () => {
  it('has pictures of the first streams, and only the sound of those that do not fit', () => {
    const taken = selectedOf(all, crowd, { video: 16, audio: 18 })
    assert.deepEqual(
      taken.map(({ id }) => id),
      ids.slice(0, 18),
    )
    assert.equal(taken.filter(({ hasVideo }) => hasVideo).length, 16)
  })

  it('leaves out the kind that was not asked for, and what has nothing else', () => {
    const mute: Message = {
      type: 'publish',
      stream: 'mute',
      content: { channel: [{ id: 'video1', type: 'video' }] },
    }
    const session = after(people, ['alice', publishing('a')], ['alice', mute])
    assert.deepEqual(selectedOf({ ...all, hasVideo: false }, session, { video: 9, audio: 9 }), [
      { id: 'a', hasAudio: true, hasVideo: false },
    ])
  })
})
