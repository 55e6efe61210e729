import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decodeFrame, headerOf } from '../wire/rumor.ts'
import type { Frame } from '../wire/rumor.ts'
import { dataOf } from '../testing/websocket-message.ts'
import { createLink } from './link.ts'

const message = { method: 'created', uri: '/x', content: {} }

function frame(type: Frame['type'], transaction?: string): Frame {
  const headers = transaction === undefined ? [] : [['TRANSACTION-ID', transaction] as const]
  return { type, to: ['symphony'], headers, data: new Uint8Array() }
}

function setUp() {
  let id = 0
  let overflows = 0
  const link = createLink({
    newId: () => `t${++id}`.padStart(36),
    onOverflow: () => void overflows++,
  })
  /** Attaches a new socket and gives what was sent through it: types with transaction ids. */
  const attach = () => {
    const sent: string[] = []
    link.attach((bytes) => {
      const decoded = decodeFrame(dataOf(bytes))
      sent.push(
        [decoded.type, headerOf(decoded, 'TRANSACTION-ID')?.trim()].filter(Boolean).join(' '),
      )
    })
    return sent
  }
  return { link, attach, overflows: () => overflows }
}

describe('a link', () => {
  it('wakes the client at once and answers its pings', () => {
    const { link, attach } = setUp()
    const sent = attach()
    assert.deepEqual(sent, ['pong'])
    assert.equal(link.receive(frame('ping')), undefined)
    assert.deepEqual(sent, ['pong', 'pong'])
  })

  it('repeats what was not acknowledged, in order and under the same transaction id', () => {
    const { link, attach } = setUp()
    const first = attach()
    link.push('a', message)
    link.push('a', message)
    link.receive(frame('status', 't1'.padStart(36)))
    link.detach()
    link.push('a', message)
    assert.deepEqual(first, ['pong', 'message t1', 'message t2'])
    assert.deepEqual(attach(), ['pong', 'message t2', 'message t3'])
  })

  it('hands a request on once and answers its repetition from memory', () => {
    const { link, attach } = setUp()
    attach()
    const request = frame('message', 'r1')
    assert.equal(link.receive(request), request)
    assert.equal(link.receive(request), undefined)
    link.answer(request, { status: 200 })
    const sent = attach()
    assert.equal(link.receive(request), undefined)
    assert.deepEqual(sent, ['pong', 'status r1'])
  })

  it('hands on everything that is about the session', () => {
    const { link } = setUp()
    for (const type of ['connect', 'subscribe', 'disconnect', 'message'] as const) {
      assert.equal(link.receive(frame(type))?.type, type)
    }
  })

  it('gives up a client that acknowledges nothing', () => {
    const { link, overflows } = setUp()
    for (let count = 0; count < 4096; count++) link.push('a', message)
    assert.equal(overflows(), 0)
    link.push('a', message)
    assert.equal(overflows(), 1)
  })
})
