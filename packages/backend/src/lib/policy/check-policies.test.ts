import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { checkPolicies } from './check-policies.ts'

test('a policy that uses everything is right', () => {
  const policies = [
    {
      rooms: 'team-*',
      session: { mediaMode: 'routed', archiveMode: 'always' },
      nearFirstVisitor: true,
      sessionLifetime: 14_400,
      tokenLifetime: 300,
      maxPeople: 12,
      opening: { opens: '09:00', closes: '17:00', timeZone: 'Europe/Berlin', days: ['Mon'] },
      hostStarts: true,
      features: ['recording'],
    },
    { rooms: 'café', opening: { from: '2026-11-24T09:00:00+01:00' } },
  ]
  assert.equal(checkPolicies(policies), policies)
})

const wrong: readonly [policies: unknown, reason: RegExp][] = [
  [{}, /^policies must be a list/],
  [[7], /^policies\[0\] must be an object/],
  [[{}], /^policies\[0\]\.rooms must be a room name/],
  [[{ rooms: 'a/b' }], /^policies\[0\]\.rooms/],
  [[{ rooms: 'a', maxpeople: 3 }], /^policies\[0\]\.maxpeople is not known; known are rooms, /],
  [[{ rooms: 'a', maxPeople: 0 }], /^policies\[0\]\.maxPeople must be a whole number of people/],
  [[{ rooms: 'a' }, { rooms: 'b', tokenLifetime: '60' }], /^policies\[1\]\.tokenLifetime/],
  [[{ rooms: 'a', sessionLifetime: 59 }], /sessionLifetime must be a whole number of seconds/],
  [[{ rooms: 'a', hostStarts: 'yes' }], /hostStarts must be true or false/],
  [[{ rooms: 'a', features: [''] }], /^policies\[0\]\.features\[0\] must be the name of a feature/],
  [[{ rooms: 'a', opening: { from: '2026-11-24' } }], /opening\.from must be a moment/],
  [[{ rooms: 'a', opening: { until: 'soonTZ' } }], /opening\.until must be a moment/],
  [[{ rooms: 'a', opening: { opens: '9:00' } }], /opening\.opens must be hours/],
  [
    [{ rooms: 'a', opening: { opens: '09:00', closes: '10:00', timeZone: 'Mars/Base' } }],
    /opening\.timeZone must be a time zone/,
  ],
  [
    [{ rooms: 'a', opening: { opens: '09:00', closes: '10:00', timeZone: 'UTC', days: ['Mo'] } }],
    /opening\.days\[0\] must be one of Mon/,
  ],
  [[{ rooms: 'a', session: { archiveMode: 'always' } }], /^policies\[0\]\.session: .*routed/],
  [[{ rooms: 'a', session: { mediamode: 'routed' } }], /^policies\[0\]\.session: .*mediamode/],
]

for (const [policies, reason] of wrong) {
  test(`${JSON.stringify(policies)} is refused at the place that is wrong`, () => {
    assert.throws(() => checkPolicies(policies), { name: 'TypeError', message: reason })
  })
}

test('any JSON is either right or refused with the place that is wrong (PROP-05)', () => {
  const almost = fc.record(
    {
      rooms: fc.oneof(fc.constant('a*'), fc.jsonValue()),
      maxPeople: fc.jsonValue(),
      opening: fc.oneof(fc.jsonValue(), fc.record({ opens: fc.jsonValue(), from: fc.jsonValue() })),
      session: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.array(almost)), (policies) => {
      try {
        checkPolicies(policies)
      } catch (error) {
        assert.ok(error instanceof TypeError)
        assert.match(error.message, /^policies(\[\d+\](\.\w+(\[\d+\])?)*)?/)
      }
    }),
    { numRuns: 1000 },
  )
})
