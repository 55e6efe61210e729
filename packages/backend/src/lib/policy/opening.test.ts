import assert from 'node:assert/strict'
import { test } from 'node:test'
import { opennessAt, opennessOfAll } from './opening.ts'
import type { Opening } from './opening.ts'

const at = (moment: string) => Date.parse(moment)
const isOpen = (opening: Opening, moment: string) => opennessAt(opening, at(moment)).open

test('a room is open from its first moment on and closed from its last one on', () => {
  const meeting = { from: '2026-11-24T09:00:00Z', until: '2026-11-24T10:00:00Z' }
  assert.equal(isOpen(meeting, '2026-11-24T08:59:59.999Z'), false)
  assert.deepEqual(opennessAt(meeting, at('2026-11-24T09:00:00Z')), { open: true, closesIn: 3600 })
  assert.equal(isOpen(meeting, '2026-11-24T09:59:59.999Z'), true)
  assert.equal(isOpen(meeting, '2026-11-24T10:00:00Z'), false)
  assert.equal(isOpen({ until: '2026-11-24T10:00:00+02:00' }, '2026-11-24T08:00:00Z'), false)
})

test('hours are those of the wall clock, in winter as in summer (CON-08)', () => {
  const office = { opens: '09:00', closes: '17:00', timeZone: 'Europe/Berlin' }
  assert.equal(isOpen(office, '2026-01-15T08:00:00Z'), true)
  assert.equal(isOpen(office, '2026-01-15T07:59:00Z'), false)
  assert.equal(isOpen(office, '2026-07-15T07:00:00Z'), true)
  assert.equal(isOpen(office, '2026-07-15T15:00:00Z'), false)
})

test('the hour that a change of clocks repeats or leaves out opens and closes nothing twice', () => {
  const night = { opens: '02:15', closes: '02:45', timeZone: 'Europe/Berlin' }
  // On 25 October 2026 the clock shows 02:30 twice; on 29 March it never does.
  assert.equal(isOpen(night, '2026-10-25T00:30:00Z'), true)
  assert.equal(isOpen(night, '2026-10-25T01:30:00Z'), true)
  assert.equal(isOpen(night, '2026-03-29T00:59:00Z'), false)
  assert.equal(isOpen(night, '2026-03-29T01:00:00Z'), false)
})

test('hours over midnight belong to the day on which they begin', () => {
  const party = { opens: '22:00', closes: '02:00', timeZone: 'UTC', days: ['Fri'] } as const
  assert.equal(isOpen(party, '2026-11-27T21:59:00Z'), false)
  assert.deepEqual(opennessAt(party, at('2026-11-27T22:00:00Z')), { open: true, closesIn: 14_400 })
  assert.equal(isOpen(party, '2026-11-28T01:59:00Z'), true)
  assert.equal(isOpen(party, '2026-11-28T02:00:00Z'), false)
  assert.equal(isOpen(party, '2026-11-28T22:00:00Z'), false)
})

test('of several openings all must be open, and the first to close counts', () => {
  const openings = [
    { until: '2026-11-24T10:00:00Z' },
    { opens: '08:00', closes: '09:30', timeZone: 'UTC' },
  ]
  const during = opennessOfAll(openings, at('2026-11-24T09:00:00Z'))
  assert.deepEqual(during, { open: true, closesIn: 1800 })
  assert.equal(opennessOfAll(openings, at('2026-11-24T09:45:00Z')).open, false)
  assert.deepEqual(opennessOfAll([], 0), { open: true, closesIn: Infinity })
})
