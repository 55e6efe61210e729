import assert from 'node:assert/strict'
import { it } from 'node:test'
import { contradictions, type Happening } from './history.ts'

const joined = (session: string, begun: number, ended: number): Happening => ({
  what: 'joined',
  begun,
  ended,
  session,
})
const retired = (session: string, begun: number, ended: number): Happening => ({
  ...joined(session, begun, ended),
  what: 'retired',
})
const created = new Set(['a', 'b'])
const says = (...history: Happening[]) => contradictions(history, created).join('; ')

it('one session for everybody contradicts nothing', () => {
  assert.equal(says(joined('a', 0, 10), joined('a', 5, 6), joined('a', 90, 91)), '')
})

it('a second session is a contradiction unless the first was retired', () => {
  assert.match(says(joined('a', 0, 10), joined('b', 20, 30)), /a was never retired/)
  assert.equal(says(joined('a', 0, 10), retired('a', 11, 15), joined('b', 12, 30)), '')
  assert.match(
    says(joined('a', 0, 10), joined('b', 11, 12), retired('a', 13, 15)),
    /before a ended/,
  )
})

it('a session that comes back is a contradiction', () => {
  const back = says(joined('a', 0, 10), retired('a', 1, 3), joined('b', 4, 12), joined('a', 13, 14))
  assert.match(back, /a came back after b/)
  assert.match(says(joined('a', 0, 1), retired('a', 2, 3), joined('a', 4, 5)), /after its end/)
})

it('a session that nobody created is a contradiction', () => {
  assert.match(says(joined('c', 0, 10)), /never created/)
})
