import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { restStage } from '../testing/rest.ts'
import { publishing } from '../testing/session.ts'
import { apiKey } from '../testing/app.ts'

describe('session monitoring', () => {
  it('reports a call from the first who comes to the last who leaves', () => {
    const { enter, say, callbacks } = restStage()
    enter('alice')
    say('alice', publishing('st'))
    enter('max', 'moderator')
    say('max', { type: 'force-disconnect', connection: 'alice' })
    say('max', { type: 'leave', reason: 'networkDisconnected' })
    assert.deepEqual(
      callbacks.map(({ body }) => [body['event'], body['reason'] ?? '']),
      [
        ['sessionCreated', ''],
        ['connectionCreated', ''],
        ['streamCreated', ''],
        ['connectionCreated', ''],
        ['streamDestroyed', 'forceDisconnected'],
        ['connectionDestroyed', 'forceDisconnected'],
        ['connectionDestroyed', 'networkDisconnected'],
        ['sessionDestroyed', ''],
      ],
    )
  })

  it('says of a stream who publishes it and what it shows', () => {
    const { enter, say, callbacks, sessionId, clock } = restStage()
    enter('alice')
    say('alice', publishing('st'))
    const at = clock.now()
    const connection = { id: 'alice', createdAt: at, data: 'a publisher' }
    assert.deepEqual(callbacks.at(-1)?.body, {
      sessionId,
      projectId: apiKey,
      event: 'streamCreated',
      timestamp: at,
      stream: { id: 'st', connection, createdAt: at, name: 'st', videoType: 'camera' },
    })
  })
})
