import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isWorthRestarting } from './restarts.ts'

describe('a server that dies', () => {
  it('is started again, up to five times within a minute', () => {
    const second = 1000
    assert.ok(isWorthRestarting([7 * second]))
    assert.ok(isWorthRestarting([1, 2, 3, 4, 5].map((at) => at * second)))
    assert.ok(!isWorthRestarting([1, 2, 3, 4, 5, 6].map((at) => at * second)))
  })

  it('is forgiven after a minute', () => {
    assert.ok(isWorthRestarting([0, 0, 0, 0, 0, 60_000]))
  })
})
