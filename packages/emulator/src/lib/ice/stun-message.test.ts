import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerBinding } from './stun-message.ts'

const sender = { address: '192.0.2.1', port: 32853 }

// The transaction id and the mapped addresses of RFC 5769, sections 2.2 and 2.3.
const transaction = 'b7e7a701bc34d686fa87dfae'
const request = Buffer.from(`000100002112a442${transaction}`, 'hex')

describe('a STUN binding request', () => {
  it('is answered with the address it came from', () => {
    const expected = `0101000c2112a442${transaction}002000080001a147e112a643`
    assert.equal(answerBinding(request, sender)?.toString('hex'), expected)
  })

  it('is answered over IPv6 as well', () => {
    const address = '2001:db8:1234:5678:11:2233:4455:6677'
    const expected = `002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9`
    const answer = answerBinding(request, { address, port: 32853 })?.toString('hex')
    assert.equal(answer?.slice(40), expected)
    const short = answerBinding(request, { address: '::1', port: 1 })
    assert.equal(short?.subarray(28).at(-1), 0xae ^ 1)
  })

  it('is ignored when it is none', () => {
    assert.equal(answerBinding(Buffer.alloc(0), sender), undefined)
    assert.equal(answerBinding(Buffer.alloc(20), sender), undefined)
    assert.equal(answerBinding(Buffer.concat([request, Buffer.alloc(1)]), sender), undefined)
    const otherCookie = Buffer.from(request)
    otherCookie[4] = 0
    assert.equal(answerBinding(otherCookie, sender), undefined)
  })
})
