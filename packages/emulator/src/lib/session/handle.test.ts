import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { starting } from '../testing/archives.ts'
import { airing } from '../testing/broadcasts.ts'
import { answerOf, joining, publishing, pushesOf, sessionOf } from '../testing/session.ts'
import { handle } from './handle.ts'
import type { Message } from './message.ts'
import { platformMessageOf, platformMessages } from './platform-messages.ts'
import { readRequest } from './read-request.ts'
import type { Session } from './session.ts'

const people = fc.constantFrom('alice', 'bob', 'max', '', 'nobody', '__proto__')
const streams = fc.constantFrom('s1', 's2', 'constructor')
const subscriptions = fc.constantFrom('u1', 'u2', 'u1.pub', 'undefined')
const content = fc.dictionary(
  fc.constantFrom('active', 'subscriberId', 'type', 'x'),
  fc.jsonValue(),
)

const messages: fc.Arbitrary<Message> = fc.oneof(
  fc.constantFrom('publisher', 'subscriber', 'publisheronly', 'moderator').map((role) => {
    return joining(role)
  }),
  streams.map(publishing),
  fc.record({ type: fc.constant('leave'), reason: fc.constant('clientDisconnected') }),
  fc.record({ type: fc.constantFrom('unpublish', 'mute-stream'), stream: streams }),
  fc.record({ type: fc.constant('force-disconnect'), connection: people }),
  fc.record({
    type: fc.constantFrom('subscribe', 'unsubscribe'),
    stream: streams,
    subscription: subscriptions,
    encrypted: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('update-subscription'),
    stream: streams,
    subscription: subscriptions,
    channel: fc.constantFrom('video1', 'caption1'),
    content,
  }),
  fc.constantFrom({ type: 'rotate' }, { type: 'settle' }, { type: 'wake' }),
  fc.record({ type: fc.constant('stop-captions'), id: fc.constant('x') }),
  fc.record({
    type: fc.constant('negotiate'),
    step: fc.constantFrom('offer', 'answer', 'candidate'),
    stream: streams,
    subscription: subscriptions,
    content,
  }),
  fc.record({
    type: fc.constant('update-channel'),
    stream: streams,
    channel: fc.constantFrom('video1', 'audio1', 'x'),
    content,
  }),
  fc.record({ type: fc.constant('signal'), id: fc.constant('x'), content }),
  fc.record({
    type: fc.constant('mute-session'),
    active: fc.boolean(),
    excludedStreams: fc.array(streams),
  }),
  fc
    .record({ tag: fc.constantFrom('', 'x'), streamMode: fc.constantFrom('auto', 'manual') })
    .map((differing) => starting(differing.tag, differing as { streamMode: 'auto' })),
  fc.record({
    type: fc.constantFrom('stop-archive', 'fail-archive', 'delete-archive'),
    archive: fc.constantFrom('', 'x'),
  }),
  fc.constantFrom('', 'x').map((tag) => airing(tag, { tag })),
  fc.record({ type: fc.constant('stop-broadcast'), broadcast: fc.constantFrom('', 'x') }),
  fc.record({
    type: fc.constant('select-for-archive'),
    archive: fc.constantFrom('', 'x'),
    change: fc.record({ type: fc.constantFrom('add', 'remove'), id: streams }),
  }),
) as fc.Arbitrary<Message>

const steps = fc.array(fc.tuple(people, messages), { maxLength: 40 })
const details = { mediaMode: 'routed', archiveMode: 'always' } as const
const start = sessionOf({ alice: 'publisher', max: 'moderator' }, details)

function isConsistent({ connections, streams: live, subscriptions: held }: Session): boolean {
  return (
    [...live.values()].every(({ owner }) => connections.has(owner)) &&
    [...held.values()].every(
      ({ stream, subscriber }) => live.has(stream) && connections.has(subscriber),
    )
  )
}

describe('a session, whatever it is told', () => {
  it('tells clients nothing that the README does not list', () => {
    fc.assert(
      fc.property(steps, (told) => {
        told.reduce((session, [from, message]) => {
          const outcome = handle(session, from, message)
          for (const { message: pushed } of pushesOf(outcome.effects)) {
            assert.ok(Object.hasOwn(platformMessages, platformMessageOf(pushed)))
          }
          return outcome.session
        }, start)
      }),
    )
  })

  it('answers once, pushes only to who was or is there, and stays consistent', () => {
    fc.assert(
      fc.property(steps, (told) => {
        told.reduce((session, [from, message]) => {
          const outcome = handle(session, from, message)
          answerOf(outcome)
          assert.ok(isConsistent(outcome.session))
          for (const { to } of pushesOf(outcome.effects)) {
            assert.ok(session.connections.has(to) || outcome.session.connections.has(to))
          }
          return outcome.session
        }, start)
      }),
      { numRuns: 1000 },
    )
  })

  it('is never changed in place', () => {
    const before = structuredClone(start)
    fc.assert(
      fc.property(steps, (told) => {
        told.forEach(([from, message]) => handle(start, from, message))
        assert.deepEqual(start, before)
      }),
    )
  })

  it('changes nothing when it refuses', () => {
    fc.assert(
      fc.property(people, messages, (from, message) => {
        const outcome = handle(start, from, message)
        if (answerOf(outcome).status !== 200) assert.equal(outcome.session, start)
      }),
    )
  })
})

describe('the address of a request', () => {
  it('can be any text', () => {
    const path = fc.array(fc.constantFrom('v2', 'partner', 'session', 'stream', '', 'K', 'offer'))
    const uris = fc.oneof(
      fc.string(),
      path.map((parts) => `/${parts.join('/')}`),
    )
    fc.assert(
      fc.property(fc.string(), uris, (method, uri) => {
        assert.doesNotThrow(() => readRequest({ method, uri, content: {} }))
      }),
    )
  })
})
