import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dataOf } from '../testing/websocket-message.ts'
import { encodePush } from './push.ts'
import { decodeRaptor } from './raptor.ts'
import { decodeFrame, headerOf } from './rumor.ts'
import { transactionIds } from './transaction-ids.ts'

const message = { method: 'signal', uri: '/v2/ü', content: { data: '🎥' } }

describe('a push', () => {
  it('to many receivers differs in the transaction id alone', () => {
    const next = transactionIds()
    for (const transaction of [next(), next(), next()]) {
      const frame = decodeFrame(dataOf(encodePush({ from: 'alice', message, transaction })))
      assert.equal(frame.type, 'message')
      assert.equal(headerOf(frame, 'TRANSACTION-ID'), transaction)
      assert.equal(headerOf(frame, 'X-TB-FROM-ADDRESS'), 'alice')
      assert.deepEqual(decodeRaptor(frame.data), message)
    }
  })

  it('of one message in the name of two senders names each', () => {
    const transaction = transactionIds()()
    const names = ['alice', 'bob', 'alice'].map((from) =>
      headerOf(
        decodeFrame(dataOf(encodePush({ from, message, transaction }))),
        'X-TB-FROM-ADDRESS',
      ),
    )
    assert.deepEqual(names, ['alice', 'bob', 'alice'])
  })
})

describe('transaction ids', () => {
  it('have the form of UUIDs and never repeat', () => {
    const [one, other] = [transactionIds(), transactionIds()]
    const ids = Array.from({ length: 1000 }, () => [one(), other()]).flat()
    assert.equal(new Set(ids).size, 2000)
    for (const id of ids) assert.match(id, /^[\da-f]{8}(-[\da-f]{4}){3}-\d{12}$/)
  })
})
