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
import { platform } from './sender.ts'

describe('joining', () => {
  it('answers with everybody, every stream and the running archives', () => {
    const session = after(sessionOf({ alice: 'moderator' }), ['alice', publishing('st')])
    const { status, body } = answerOf(handle(session, 'bob', joining('publisher')))
    assert.equal(status, 200)
    const { connection, stream, archive } = body as Record<string, { id: string }[]>
    assert.deepEqual(
      connection?.map(({ id }) => id),
      ['alice', 'bob'],
    )
    assert.deepEqual(
      stream?.map(({ id }) => id),
      ['st'],
    )
    assert.deepEqual(archive, [])
  })

  it('tells everybody, the joiner included, with permissions by role', () => {
    const outcome = handle(sessionOf({ alice: 'publisher' }), 'bob', joining('subscriber'))
    const pushes = pushesOf(outcome.effects)
    assert.deepEqual(
      pushes.map(({ to }) => to),
      ['alice', 'bob'],
    )
    assert.deepEqual(pushes[0]?.message.content, {
      id: 'bob',
      creationTime: 2000,
      data: 'a subscriber',
      permissions: ['subscribe'],
      capablities: {},
    })
  })

  it('is refused for a connection id that is in use', () => {
    const session = sessionOf({ alice: 'publisher' })
    const outcome = handle(session, 'alice', joining('moderator'))
    assert.equal(answerOf(outcome).status, 409)
    assert.equal(outcome.session, session)
  })

  it('spares a client that does not want to hear of others', () => {
    const quiet = handle(
      sessionOf({ alice: 'publisher' }),
      'quiet',
      joining('publisher', { suppressesConnections: true }),
    )
    // With its own connection in the answer, OpenTok.js would look for the owners of streams among connections it never hears of.
    assert.deepEqual(answerOf(quiet).body?.['connection'], [])
    const bob = handle(quiet.session, 'bob', joining('publisher'))
    assert.deepEqual(
      pushesOf(bob.effects).map(({ to }) => to),
      ['alice', 'bob'],
    )
    const signal = handle(bob.session, 'bob', { type: 'signal', id: 'x', content: { data: 'hi' } })
    const heard = pushesOf(signal.effects).find(({ to }) => to === 'quiet')
    const { connection: speaker } = heard?.message.content ?? {}
    assert.equal((speaker as { id: string }).id, 'bob')
  })

  it('tells who comes later that microphones start muted', () => {
    const muted = after(sessionOf({ alice: 'moderator' }), [
      'alice',
      { type: 'mute-session', active: true, excludedStreams: [] },
    ])
    const { body } = answerOf(handle(muted, 'bob', joining('publisher')))
    assert.deepEqual(body?.['mute'], { active: true })
    assert.deepEqual(linesOf(handle(muted, 'bob', joining('publisher'))).length, 2)
  })

  it('is not for the platform, which neither publishes nor watches', () => {
    const session = after(sessionOf({ alice: 'publisher' }), ['alice', publishing('st')])
    assert.equal(answerOf(handle(session, platform, joining('moderator'))).status, 400)
    assert.equal(answerOf(handle(session, platform, publishing('other'))).status, 403)
    const watch = {
      type: 'subscribe',
      stream: 'st',
      subscription: 'sub',
      encrypted: false,
      wants: wantsEverything,
    } as const
    assert.equal(answerOf(handle(session, platform, watch)).status, 403)
  })

  it('is needed before anything else', () => {
    for (const from of ['stranger', 'constructor', '__proto__']) {
      const outcome = handle(sessionOf({ alice: 'moderator' }), from, publishing('st'))
      assert.equal(answerOf(outcome).status, 403)
      assert.equal(outcome.session.streams.size, 0)
    }
  })
})
