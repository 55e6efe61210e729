import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { EmulatorError } from '../error.ts'
import { readSeed } from './read-seed.ts'

describe('a seed', () => {
  it('may be empty, and is otherwise taken as it is', () => {
    assert.deepEqual(readSeed({}), {})
    const sessions = [{ sessionId: '1_demo', mediaMode: 'relayed' }, {}]
    assert.deepEqual(readSeed({ sessions }), { sessions })
  })

  it('is refused with the path of what is wrong', () => {
    const cases: readonly (readonly [unknown, string])[] = [
      [null, 'seed must be an object'],
      [[], 'seed must be an object'],
      [{ session: [] }, 'seed has session, which is not one of projects, callbacks, sessions'],
      [{ sessions: {} }, 'seed.sessions must be a list'],
      [{ sessions: [{}, 1] }, 'seed.sessions[1] must be an object'],
      [
        { sessions: [{}, { mediaMode: 'mesh' }] },
        'seed.sessions[1].mediaMode must be "relayed" or "routed"',
      ],
      [
        { sessions: [{ sessionId: 'a/b' }] },
        'seed.sessions[0].sessionId must be 1 to 255 letters, digits, _ and -',
      ],
      [{ sessions: [{ e2ee: 'true' }] }, 'seed.sessions[0].e2ee must be true or false'],
      [
        { sessions: [{ sessionId: 'a' }, { sessionId: 'a' }] },
        'seed.sessions[1].sessionId is already in the list',
      ],
      [
        { sessions: [{ mediaMode: 'relayed', archiveMode: 'always' }] },
        'seed.sessions[0].archiveMode must be "manual" when mediaMode is "relayed"',
      ],
    ]
    for (const [value, message] of cases) {
      assert.throws(
        () => readSeed(value),
        (error) => {
          assert.ok(error instanceof EmulatorError)
          assert.deepEqual([error.code, error.message], ['bad-seed', message])
          return true
        },
      )
    }
  })
})
