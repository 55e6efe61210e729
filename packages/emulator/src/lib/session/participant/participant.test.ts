import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { after, answerOf, linesOf, sessionOf } from '../../testing/session.ts'
import { handle } from '../handle.ts'
import type { Effect, Outcome } from '../outcome.ts'
import { platform } from '../sender.ts'
import type { AddParticipant } from './participant.ts'

const ada: AddParticipant = {
  type: 'add-participant',
  id: 'ada',
  stream: 'ST',
  name: 'Ada',
  data: '{"name":"Ada"}',
  hertz: 440,
}
const routed = () => sessionOf({ bob: 'publisher' }, { mediaMode: 'routed' })

describe('a participant whom nobody sits behind', () => {
  it('comes with a connection and a stream, and with what is played in it', () => {
    const outcome = handle(routed(), platform, ada)
    assert.deepEqual(answerOf(outcome).body, { connectionId: 'ada', streamId: 'ST' })
    const told = linesOf(outcome).filter((line) => line.startsWith('bob'))
    assert.deepEqual(
      told.map((line) => line.split(' ').slice(1, 3).join(' ')),
      ['created /connection/ada', 'created /stream/ST'],
    )
    assert.deepEqual(ownMedia(outcome), [
      { type: 'open-guest', leg: 'publisher.ST.1', kinds: ['audio', 'video'] },
      {
        type: 'play',
        leg: 'publisher.ST.1',
        act: { type: 'test', colour: 'green', hertz: 440 },
      },
    ])
  })

  it('looks different from the others', () => {
    const session = after(
      routed(),
      [platform, ada],
      [platform, { ...ada, id: 'eve', stream: 'S2' }],
      [platform, { type: 'remove-participant', id: 'ada' }],
      [platform, { ...ada, id: 'joe', stream: 'S3' }],
    )
    assert.deepEqual(
      [...session.participants.values()].map(({ colour }) => colour),
      ['orange', 'green'],
    )
  })

  it('leaves when it is taken out, when it is put out, and with its stream', () => {
    const session = after(routed(), [platform, ada])
    for (const message of [
      { type: 'remove-participant', id: 'ada' },
      { type: 'force-disconnect', connection: 'ada' },
      { type: 'unpublish', stream: 'ST' },
    ] as const) {
      const outcome = handle(session, platform, message)
      assert.equal(answerOf(outcome).status, 200)
      assert.deepEqual([...outcome.session.connections.keys()], ['bob'])
      assert.equal(outcome.session.participants.size, 0)
      assert.deepEqual(ownMedia(outcome), [
        { type: 'cease', leg: 'publisher.ST.1' },
        { type: 'close', leg: 'publisher.ST.1' },
      ])
    }
    const again = handle(routed(), platform, { type: 'remove-participant', id: 'bob' })
    assert.equal(answerOf(again).status, 404)
  })

  it('falls silent when it is muted, alone or with everybody', () => {
    const session = after(routed(), [platform, ada])
    for (const message of [
      { type: 'mute-stream', stream: 'ST' },
      { type: 'mute-session', active: true, excludedStreams: [] },
    ] as const) {
      const outcome = handle(session, platform, message)
      assert.ok(linesOf(outcome).some((line) => line.includes('/stream/ST/channel/audio1')))
      const voice = outcome.session.streams.get('ST')?.channels.find(({ id }) => id === 'audio1')
      assert.equal(voice?.['active'], false)
      const silent = { type: 'test', colour: 'green' }
      assert.deepEqual(ownMedia(outcome), [{ type: 'play', leg: 'publisher.ST.1', act: silent }])
      const again = ownMedia(handle(outcome.session, platform, { type: 'media-lost' }))
      assert.deepEqual(again.at(-1), { type: 'play', leg: 'publisher.ST.1', act: silent })
    }
    const spared = { type: 'mute-session', active: true, excludedStreams: ['ST'] } as const
    assert.deepEqual(ownMedia(handle(session, platform, spared)), [])
  })

  it('plays again after all media was lost', () => {
    const session = after(routed(), [platform, ada])
    const types = ownMedia(handle(session, platform, { type: 'media-lost' })).map(
      ({ type }) => type,
    )
    assert.deepEqual(types, ['open-guest', 'play'])
  })

  it('is on the new server of a session before anybody else comes there', () => {
    const session = after(routed(), [platform, ada], [platform, { type: 'rotate' }])
    assert.equal(session.streams.get('ST')?.server, 2)
    assert.equal(session.connections.has('ada'), true)
  })

  it('is refused where it could not be seen', () => {
    const refusals = [
      sessionOf({}, { mediaMode: 'relayed' }),
      sessionOf({}, { mediaMode: 'routed', e2ee: true }),
      after(routed(), [platform, { ...ada, id: 'eve' }]),
      { ...routed(), limits: { connections: 9, streams: 0, subscriptions: 9 } },
    ].map((session) => {
      const outcome = handle(session, platform, ada)
      assert.equal(outcome.session, session)
      return answerOf(outcome).body?.['reason']
    })
    assert.deepEqual(refusals, [
      'A participant needs a routed session: in a relayed one browsers send to each other, and this participant has none',
      'A participant has no secret for an end-to-end encrypted session',
      'The stream id ST is already in use',
      'streamLimitExceeded',
    ])
  })
})

function ownMedia({ effects }: Outcome) {
  return effects
    .filter((effect): effect is Extract<Effect, { type: 'media' | 'booth' }> => {
      return effect.type === 'media' || effect.type === 'booth'
    })
    .map(({ command }) => command)
}
