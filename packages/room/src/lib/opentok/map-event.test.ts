import assert from 'node:assert/strict'
import { test } from 'node:test'
import { departureOf, signalOf, streamAdded, streamChanged, screenInitials } from './map-event.ts'
import { participantName } from './connection-data.ts'

const connection = { connectionId: 'c1', data: '{"name":"Ada"}' }

test('a new stream tells whose it is and what it carries', () => {
  const stream = { streamId: 's1', connection, hasAudio: true, hasVideo: false }
  assert.deepEqual(streamAdded({ ...stream, videoType: 'screen' }), {
    type: 'stream-added',
    participant: { id: 'c1', name: 'Ada' },
    stream: {
      id: 's1',
      kind: 'screen',
      hasAudio: true,
      hasVideo: false,
      media: 'waiting',
      link: 'fine',
    },
  })
})

test('only sound and picture of a stream are reported as changes', () => {
  const stream = { streamId: 's1' }
  assert.deepEqual(streamChanged({ stream, changedProperty: 'hasVideo', newValue: false }), {
    type: 'stream-changed',
    id: 's1',
    change: { hasVideo: false },
  })
  assert.equal(
    streamChanged({ stream, changedProperty: 'videoDimensions', newValue: {} }),
    undefined,
  )
})

test('the reason of a disconnect tells leaving, being removed and losing the network apart', () => {
  assert.deepEqual(departureOf('clientDisconnected'), { reason: 'self' })
  const removed = departureOf('forceDisconnected')
  assert.equal(removed.reason === 'self' ? '' : removed.error.code, 'removed')
  const lost = departureOf('networkDisconnected')
  assert.equal(lost.reason === 'self' ? '' : lost.error.code, 'network-lost')
})

test('a signal loses the prefix of OpenTok.js and a server’s signal is from nobody', () => {
  assert.deepEqual(signalOf({ type: 'signal:chat', data: 'hi', from: connection }), {
    type: 'chat',
    data: 'hi',
    from: 'c1',
  })
  assert.equal(signalOf({ type: 'signal', data: 'hi', from: null }).from, undefined)
})

test('a name comes only from JSON with a name', () => {
  assert.equal(participantName('{"name":"  Ada   Lovelace "}'), 'Ada Lovelace')
  for (const data of ['', 'Ada', '{', '"Ada"', '{"name":7}', '{"name":"  "}', 'null']) {
    assert.equal(participantName(data), undefined, data)
  }
})

test('a picture that a page has made is a participant’s own, unless it is a screen that a room shares', () => {
  const kindOf = (more: object) => {
    const stream = { streamId: 's1', connection, hasAudio: true, hasVideo: false }
    const event = streamAdded({ ...stream, ...more })
    return event.type === 'stream-added' && event.stream.kind
  }
  assert.equal(kindOf({ videoType: 'custom' }), 'camera')
  assert.equal(kindOf({ videoType: 'custom', initials: 'AK' }), 'camera')
  assert.equal(kindOf({ videoType: 'custom', initials: screenInitials }), 'screen')
  assert.equal(kindOf({ videoType: 'camera', initials: screenInitials }), 'camera')
})

test('a name is shown as it was typed, with the joiners of its script and of emoji', () => {
  for (const name of ['می‌روم', '👩‍💻 Kim', '❤️ Ada', 'র\u200D্যাব']) {
    assert.equal(participantName(JSON.stringify({ name })), name)
  }
  for (const blank of ['\u3164', '\u2800', '\u115F\u1160', '\uFFA0', '\u034F', '\u200D\uFE0F']) {
    assert.equal(participantName(JSON.stringify({ name: blank })), undefined, escape(blank))
  }
})

test('whoever has a token without a name is called as their stream is', () => {
  const stream = { streamId: 's', hasAudio: true, hasVideo: true, name: ' Phone\u202E ' }
  const added = (data: string) =>
    streamAdded({ ...stream, connection: { connectionId: 'c', data } })
  const named = added('')
  assert.equal(named.type === 'stream-added' && named.participant.name, 'Phone')
  const known = added('{"name":"Ada"}')
  assert.equal(known.type === 'stream-added' && known.participant.name, 'Ada')
})

test('a name cannot reverse the text around it nor fill the screen', () => {
  assert.equal(participantName(JSON.stringify({ name: 'A\u202Eda\u0000' })), 'Ada')
  assert.equal(participantName(JSON.stringify({ name: 'x'.repeat(500) }))?.length, 80)
})
