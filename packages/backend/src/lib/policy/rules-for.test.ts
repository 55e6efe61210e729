import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { RoomPolicy } from './room-policy.ts'
import { rulesFor } from './rules-for.ts'

const defaults = { session: { mediaMode: 'relayed' }, tokenLifetime: 600 } as const

test('rooms of which no policy speaks have the defaults of the backend', () => {
  const { session, tokenLifetime, maxPeople, hostStarts } = rulesFor([], defaults)('a')
  assert.deepEqual(
    { session, tokenLifetime, maxPeople, hostStarts },
    { ...defaults, maxPeople: Infinity, hostStarts: false },
  )
})

test('a pattern matches whole names, with a star for any characters', () => {
  const matches = (pattern: string, room: string) =>
    rulesFor([{ rooms: pattern, maxPeople: 2 }], defaults)(room).maxPeople === 2
  const table: readonly [pattern: string, yes: readonly string[], no: readonly string[]][] = [
    ['support', ['support'], ['support-1', 'my-support', '']],
    ['Team-*', ['team-', 'team-a'], ['team', 'a-team-']],
    ['*', ['a', 'b.c'], []],
    ['a*b*c', ['abc', 'a-b-b-c'], ['ac', 'acb', 'ab']],
    ['a*a', ['aa', 'aba'], ['a']],
  ]
  for (const [pattern, yes, no] of table) {
    for (const room of yes) assert.ok(matches(pattern, room), `${pattern} ${room}`)
    for (const room of no) assert.ok(!matches(pattern, room), `${pattern} ${room}`)
  }
})

test('the first policy that says what a session is decides', () => {
  const policies: RoomPolicy[] = [
    { rooms: 'a*', maxPeople: 3 },
    { rooms: 'ab*', session: { mediaMode: 'routed' } },
    { rooms: '*', session: { mediaMode: 'relayed' } },
  ]
  assert.equal(rulesFor(policies, defaults)('abc').session.mediaMode, 'routed')
  assert.equal(rulesFor(policies, defaults)('b').session.mediaMode, 'relayed')
})

const limits: fc.Arbitrary<RoomPolicy> = fc.record(
  {
    rooms: fc.constantFrom('*', 'a', 'a*', 'b'),
    maxPeople: fc.integer({ min: 1, max: 3000 }),
    tokenLifetime: fc.integer({ min: 30, max: 2_592_000 }),
    sessionLifetime: fc.integer({ min: 60, max: 31_536_000 }),
    hostStarts: fc.boolean(),
    features: fc.uniqueArray(fc.constantFrom('recording', 'captions', 'waiting-room')),
    opening: fc.record({ until: fc.constantFrom('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z') }),
  },
  { requiredKeys: ['rooms'] },
)

test('no policy makes a room more permissive than another one left it (PROP-08)', () => {
  const now = Date.parse('2026-06-01T00:00:00Z')
  fc.assert(
    fc.property(fc.array(limits, { maxLength: 4 }), limits, (others, policy) => {
      const before = rulesFor(others, defaults)('a')
      for (const policies of [
        [...others, policy],
        [policy, ...others],
      ]) {
        const after = rulesFor(policies, defaults)('a')
        assert.ok(after.maxPeople <= before.maxPeople)
        assert.ok(after.tokenLifetime <= before.tokenLifetime)
        assert.ok((after.sessionLifetime ?? Infinity) <= (before.sessionLifetime ?? Infinity))
        assert.ok(after.hostStarts || !before.hostStarts)
        for (const feature of after.features ?? []) {
          assert.ok(before.features === undefined || before.features.has(feature))
        }
        assert.ok(after.features !== undefined || before.features === undefined)
        const wasOpen = before.openness(now).open
        assert.ok(wasOpen || !after.openness(now).open)
      }
    }),
  )
})

test('no pattern can make matching slow (SEC-40)', () => {
  const pattern = '*a'.repeat(30) + '*b'
  const matching = rulesFor([{ rooms: pattern, maxPeople: 2 }], defaults)
  assert.equal(matching('a'.repeat(50_000)).maxPeople, Infinity)
})
